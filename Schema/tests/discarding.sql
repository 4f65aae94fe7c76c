-- A round that is still open is taken away with all that was sent for it, by whom the matrix lets, and leaves its reason.
begin;
\ir fixture.psql

do $$
declare
    discarding constant text := $q$select * from discard_round(pg_temp.id('resurvey one'), %s, %L)$q$;
    caller text;
    version integer := (select r.version from selaras.survey_round r where r.id = pg_temp.id('resurvey one'));
    found event;
    gone text[];
begin
    foreach caller in array '{coordinator,lead}'::text[] loop
        perform pg_temp.enter(caller, 'survey_round', 'discard');
        perform pg_temp.refuses(format(discarding, version, ' '), 'SL001', 'discarding_has_a_reason');
        perform pg_temp.refuses(format(discarding, version, null), 'SL001', 'discarding_has_a_reason');
        perform pg_temp.refuses(replace(format(discarding, version, 'x'), 'resurvey one', 'resurvey three'), 'SL404');
        perform pg_temp.refuses(replace(format(discarding, version, 'x'), 'resurvey one', 'no round'), 'SL404');
        perform pg_temp.refuses(
            replace(format(discarding, version, 'x'), 'resurvey one', 'baseline one'), 'SL001', 'round_closed_is_final');
        -- Of another version nothing is taken away.
        assert (select d.families is null and d.files is null from discard_round(
            pg_temp.id('resurvey one'), version + 1, 'x') d);
        assert (select d.families is null and d.files is null from discard_round(
            pg_temp.id('resurvey one'), null, 'x') d);
        perform pg_temp.administer();
        assert exists (select from survey_round r where r.id = pg_temp.id('resurvey one'));
    end loop;

    -- Results that were announced of it, or families that another round has, keep it.
    perform pg_temp.administer();
    insert into published_figure (kabupaten_code, round_id, level, position, value, import_id)
    select kabupaten_code, pg_temp.id('resurvey one'), 'index', 0, 70, pg_temp.id('results one')
    from survey_round where id = pg_temp.id('resurvey one');
    perform pg_temp.enter('coordinator', 'survey_round', 'discard');
    perform pg_temp.refuses(format(discarding, version, 'x'), 'SL001', 'round_with_announced_results_stays');
    perform pg_temp.administer();
    delete from published_figure where round_id = pg_temp.id('resurvey one');
    insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design, panel_of)
    select kabupaten_code, pg_temp.id('panel'), lokus_id, framework_code, framework_version, 'midline', 'census', id
    from survey_round where id = pg_temp.id('resurvey one');
    perform pg_temp.enter('coordinator', 'survey_round', 'discard');
    perform pg_temp.refuses(format(discarding, version, 'x'), 'SL001', 'round_with_a_panel_stays');
    perform pg_temp.administer();
    delete from survey_round where id = pg_temp.id('panel');
    -- The fixture compares with it, although it is open.
    set local session_replication_role = replica;
    delete from pair_evidence where after_round_id = pg_temp.id('resurvey one');
    set local session_replication_role = origin;

    perform pg_temp.enter('coordinator', 'survey_round', 'discard');
    assert (select d.families = 1 and d.files = 1 from discard_round(
        pg_temp.id('resurvey one'), version, 'Berkas desa lain') d);
    perform pg_temp.administer();
    set constraints all immediate;
    assert not exists (select from survey_round r where r.id = pg_temp.id('resurvey one'));
    assert not exists (select from survey_import i where i.round_id = pg_temp.id('resurvey one'));
    assert not exists (select from family_answer f where f.round_id = pg_temp.id('resurvey one'));
    gone := array(
        select e.subject from event e where e.area_code = '63.02' and e.action = 'delete'
            and e.principal_id = pg_temp.id('coordinator') and e.subject in ('survey_round', 'survey_import')
            and e.subject_id <> pg_temp.id('panel')::text
        order by e.number);
    assert gone = '{survey_import,survey_round}', gone::text;
    select * into strict found from event e where e.area_code = '63.02' and e.action = 'discard';
    assert found.subject = 'survey_round' and found.subject_id = pg_temp.id('resurvey one')::text
        and found.after ->> 'reason' = 'Berkas desa lain' and (found.after ->> 'families')::integer = 1
        and found.before is null, found::text;
    -- What was said of it is nobody's to say but who does it.
    perform pg_temp.enter('coordinator', 'lokus');
    perform pg_temp.refuses($q$select note_deed('discard', 'survey_round', 'x')$q$, '42501');

    -- Nobody else: neither may they enter for it, nor call it.
    foreach caller in array '{leadership,health,health reporter,village,camat,viewer,auditor,province,administrator,
        office of the province}'::text[] loop
        perform pg_temp.refuses(format('select pg_temp.enter(%L, %L, %L)', caller, 'survey_round', 'discard'), 'SL403');
        perform pg_temp.enter(caller, 'region');
        perform pg_temp.refuses(replace(format(discarding, 1, 'x'), 'resurvey one', 'resurvey two'), '42501');
    end loop;
end
$$;
rollback;
