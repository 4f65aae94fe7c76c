-- So many events more, as corrections of reports are: half of them in one chain, the others in twelve.
set search_path = selaras;
set synchronous_commit = off;
select set_config('selaras.principal', (select id::text from principal limit 1), false),
    set_config('selaras.request', 'isi', false) \g /dev/null
create temporary table model as
select kabupaten_code, id::text as id, row_to_json(r) as image from progress_report r
where id::text like '%-000000000001';
select count(append_event(code, 'progress_report', m.id, 'update', m.image, m.image))
from (
    select case when n % 2 = 0 then '63.02' else '63.' || lpad((1 + n / 2 % 13)::text, 2, '0') end as code
    from generate_series(1, :events) n
) e
join model m on m.kabupaten_code = e.code \g /dev/null
vacuum analyze event;
