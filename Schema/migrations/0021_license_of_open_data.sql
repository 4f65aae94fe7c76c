-- Under which terms a kabupaten publishes: nobody else can choose them, and without them nobody may be sure to use it.

alter table selaras.kabupaten
    -- null: no terms are stated
    add column open_data_license text,
    add constraint kabupaten_license_is_named check (open_data_license ~ '[^[:space:]]');
comment on column selaras.kabupaten.open_data_license is
    'The address or the name of the licence of its open data, as the kabupaten states it in its configuration.';

create or replace view selaras.open_kabupaten with (security_barrier = true) as
    select k.code as kabupaten_code, kab.bps_code, kab.name, count(r.id)::integer as rounds,
        max(r.closed_at) as last_closed_at, k.open_data_license as license
    from selaras.kabupaten k
    join selaras.region kab on kab.code = k.code
    left join selaras.survey_round r on r.kabupaten_code = k.code and r.state = 'closed'
    where k.publishes_open_data and k.code = any (string_to_array(current_setting('selaras.areas', true), ','))
    group by k.code, k.open_data_license, kab.bps_code, kab.name;
