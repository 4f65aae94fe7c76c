-- What was sent by mistake (another village, another year, another purpose) is taken away again while nobody has used it: a
-- re-survey that never was would otherwise lock the targets of its plan for good.

alter table selaras.event
    drop constraint event_action_is_known,
    add constraint event_action_is_known check (action in ('insert', 'update', 'delete', 'sign_in', 'sign_in_failed',
        'sign_out', 'denied', 'export', 'sensitive_read', 'import', 'erase', 'discard'));
create or replace function selaras.note_deed(deed text, subject text, subject_id text, details json default null)
    returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if deed in ('insert', 'update', 'delete', 'sign_in', 'sign_in_failed', 'denied', 'erase', 'discard') then
        raise exception using errcode = 'insufficient_privilege', message = 'told by those who do it';
    end if;
    perform append_event(
        area_of(json_build_object('principal_id', nullif(current_setting('selaras.principal', true), ''))),
        subject, subject_id, deed, null, details);
end
$$;

create function selaras.discard_round(
    wanted uuid, at_version integer, reason text, out families integer, out files integer
)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    subject survey_round;
begin
    if coalesce(reason, '') !~ '[^[:space:]]' then
        raise exception using errcode = 'SL001', constraint = 'discarding_has_a_reason', message = 'no reason';
    end if;
    -- As an import does: a plan that is just being made on the round is waited for.
    perform from lokus l join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
    where r.id = wanted and l.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
    for update of l;
    -- The owner deletes here, so the matrix is looked up for the caller.
    select r.* into subject from survey_round r
    where r.id = wanted and r.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and exists (
            select from permission g
            where 'selaras_' || g.role = current_setting('role') and g.resource = 'survey_round' and g.action = 'discard'
                and ('own_lokus' <> all (g.conditions)
                    or r.lokus_id = any (string_to_array(current_setting('selaras.lokus', true), ',')::uuid[])))
    for update;
    if not found then
        raise exception using errcode = 'SL404', message = 'no such round in the caller''s areas';
    end if;
    if subject.state <> 'open' then
        raise exception using errcode = 'SL001', constraint = 'round_closed_is_final', message = 'the round is closed';
    end if;
    -- Null, null: it is not the version that the caller knows.
    if subject.version is distinct from at_version then
        return;
    end if;
    if subject.purpose = 'baseline' and exists (
        select from action_plan p where p.kabupaten_code = subject.kabupaten_code and p.lokus_id = subject.lokus_id
    ) then
        raise exception using errcode = 'SL001', constraint = 'round_that_a_plan_stands_on_stays',
            message = 'the lokus has a plan';
    end if;
    if exists (
        select from published_figure f where f.kabupaten_code = subject.kabupaten_code and f.round_id = subject.id
    ) then
        raise exception using errcode = 'SL001', constraint = 'round_with_announced_results_stays',
            message = 'results were announced of the round';
    end if;
    if exists (
        select from survey_round r where r.kabupaten_code = subject.kabupaten_code and r.panel_of = subject.id
    ) then
        raise exception using errcode = 'SL001', constraint = 'round_with_a_panel_stays',
            message = 'another round has its families';
    end if;
    delete from family_answer f where f.kabupaten_code = subject.kabupaten_code and f.round_id = subject.id;
    get diagnostics families = row_count;
    delete from survey_import i where i.kabupaten_code = subject.kabupaten_code and i.round_id = subject.id;
    get diagnostics files = row_count;
    delete from survey_round r where r.kabupaten_code = subject.kabupaten_code and r.id = subject.id;
    perform append_event(subject.kabupaten_code, 'survey_round', subject.id::text, 'discard', null,
        json_build_object('lokus_id', subject.lokus_id, 'purpose', subject.purpose, 'reason', reason,
            'families', families, 'files', files));
end
$$;
comment on function selaras.discard_round is
    'Takes an open round away with the answers of its families and its receipts. Why, and how much it was, is an event; the
files can be imported again. It holds the chain of the area, so it is the last statement of a transaction but for its key.';

-- Where the matrix was imported already, an upgrade knows the new cells at once.
insert into selaras.permission (role, resource, action, states, conditions)
select role, 'survey_round', 'discard', '{open}', conditions from selaras.permission
where resource = 'survey_round' and action = 'close';
insert into selaras.permission_effect (resource, action, command, target) values
    ('survey_round', 'discard', 'execute', 'discard_round');
select selaras.enforce_permissions();
