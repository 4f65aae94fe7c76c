-- Amendments: the named rules, that an approved plan is written by nothing else, and that what is approved is written.
begin;
\ir fixture.psql

do $$
declare
    head constant text := 'insert into plan_amendment (kabupaten_code, id, plan_id, lokus_id, reason, number, state,
        state_by, state_reason) select kabupaten_code, id, plan_id, lokus_id, reason, number, state, state_by,
        state_reason from jsonb_populate_record(null::plan_amendment, %L)';
    plain constant jsonb := jsonb_build_object('kabupaten_code', '63.02', 'id', pg_temp.id('new'), 'plan_id',
        pg_temp.id('plan one'), 'lokus_id', pg_temp.id('one'), 'reason', 'x', 'state', 'draft');
    line constant text := 'insert into amendment_line select * from jsonb_populate_record(null::amendment_line, %L)';
    about constant jsonb := jsonb_build_object('kabupaten_code', '63.02', 'amendment_id', pg_temp.id('amendment one'),
        'reference', 'new', 'kind', 'add', 'after', to_jsonb((select terms_of(i) from intervention i
            where i.id = pg_temp.id('accepted one'))));
    found record;
begin
    set local session_replication_role = replica;
    update action_plan set state = 'running', agreed_on = '2024-02-01' where id = pg_temp.id('plan one');
    set local session_replication_role = origin;
    for found in select * from (values
        ('amendment_is_of_a_plan', jsonb_build_object('plan_id', pg_temp.id('plan three')), '{}'::jsonb),
        ('amendment_is_of_the_lokus_of_its_plan', jsonb_build_object('lokus_id', pg_temp.id('three')), '{}'),
        ('amendment_state_is_known', '{"state": "lost"}', '{}'),
        ('amendment_is_numbered_once_approved', '{"number": 1}', '{}'),
        ('amendment_reason_is_not_blank', '{"reason": " "}', '{}'),
        ('amendment_state_was_set_by_a_principal', jsonb_build_object('state_by', pg_temp.id('nobody')),
            jsonb_build_object('state_by', pg_temp.id('coordinator'))),
        ('amendment_state_reason_is_not_blank', '{"state_reason": " "}', '{"state_reason": "x"}')
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(head, plain || found.wrong), format(head, plain || found.right_one));
    end loop;
    -- Two cannot have it, as it is given out under the lock of the plan.
    insert into tried values ('amendment_number_is_of_its_plan');
    perform pg_temp.covered('plan_amendment');

    for found in select * from (values
        ('amendment_line_reference_is_not_blank', '{"reference": " "}'::jsonb, '{}'::jsonb),
        ('amendment_line_says_what_is_to_be', '{"after": null}', '{}'),
        ('amendment_line_cancels_with_a_reason', '{"reason": "x"}', '{}'),
        ('amendment_line_is_about_what_there_is', jsonb_build_object('intervention_id', pg_temp.id('proposed one')), '{}')
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(line, about || found.wrong), format(line, about || found.right_one));
    end loop;
    -- The rule of the plan says so before the references can.
    perform pg_temp.refuses(format(line, about || jsonb_build_object('kind', 'change', 'intervention_id',
        pg_temp.id('accepted three'))), 'SL001', 'amendment_line_is_of_its_plan');
    perform pg_temp.refuses(format(line, about || jsonb_build_object('amendment_id', pg_temp.id('nothing'))), '23503',
        'amendment_line_is_of_an_amendment');
    perform pg_temp.refuses(format(line, about || '{"kind": "lose"}'), '23514');
    insert into tried values ('amendment_line_is_about_an_intervention'), ('amendment_line_is_of_an_amendment'),
        ('amendment_line_kind_is_known');
    perform pg_temp.covered('amendment_line');
end
$$;

-- Who may take which edge, of every pair of states.
do $$
declare
    states constant text[] := '{draft,submitted,approved,returned,withdrawn}';
    caller text;
    was text;
    becomes text;
    edge transition;
    cell permission;
    sql text;
begin
    assert (select array_agg(concat_ws(' ', from_state, action, to_state, case when needs_reason then 'reason' end,
            case when by_another then 'another' end) order by from_state, action)
        from transition where subject = 'plan_amendment') = array['draft submit submitted', 'draft withdraw withdrawn',
        'returned submit submitted', 'returned withdraw withdrawn', 'submitted approve approved another',
        'submitted return returned reason', 'submitted withdraw withdrawn'], 'the edges';
    set constraints amendment_is_written_as_approved deferred;
    foreach caller in array array['coordinator', 'lead', 'leadership', 'health', 'health reporter', 'village', 'camat',
        'viewer', 'auditor', 'office of the province', 'province', 'administrator', 'neighbour'] loop
        foreach was in array states loop
            foreach becomes in array states loop
                continue when was = becomes;
                perform pg_temp.administer();
                perform set_config('session_replication_role', 'replica', true);
                update plan_amendment set state = was, number = case when was = 'approved' then 1 end
                where id = pg_temp.id('amendment one');
                delete from plan_author where plan_id = pg_temp.id('plan one');
                perform set_config('session_replication_role', 'origin', true);
                perform pg_temp.enter(caller);
                select t.* into edge from transition t
                where t.subject = 'plan_amendment' and t.from_state = was and t.to_state = becomes;
                select p.* into cell from permission p
                where p.role = substr(current_user, 9) and p.resource = 'plan_amendment' and p.action = edge.action;
                sql := format('update plan_amendment set state = %L, state_reason = ''x''
                    where id = pg_temp.id(''amendment one'')', becomes);
                if caller = 'neighbour' then
                    perform pg_temp.does(sql, 0);
                elsif not has_column_privilege('plan_amendment', 'state', 'update') then
                    perform pg_temp.refuses(sql, '42501');
                elsif edge.action is null then
                    perform pg_temp.refuses(sql, 'SL001', 'amendment_follows_its_transitions');
                elsif cell.role is null then
                    perform pg_temp.refuses(sql, '42501');
                elsif was not in (select unnest(cell.states)) then
                    perform pg_temp.refuses(sql, 'SL001', 'change_is_permitted_in_this_state');
                else
                    perform pg_temp.accepts(sql);
                end if;
            end loop;
        end loop;
    end loop;
end
$$;

-- What is approved is written, and nothing else is.
do $$
declare
    amendment constant uuid := pg_temp.id('amendment one');
    rewritten constant text := 'update intervention set title = %L where id = pg_temp.id(''accepted one'')';
    approve constant text := 'update plan_amendment set state = ''approved'' where id = pg_temp.id(''amendment one'')';
begin
    perform pg_temp.administer();
    perform set_config('session_replication_role', 'replica', true);
    update plan_amendment set state = 'draft', number = null, applied_in = null where id = amendment;
    perform set_config('session_replication_role', 'origin', true);
    delete from amendment_line where amendment_id = amendment;
    insert into amendment_line (kabupaten_code, amendment_id, kind, intervention_id, reference, after)
    select i.kabupaten_code, amendment, 'change', i.id, i.reference,
        jsonb_populate_record(terms_of(i), '{"title": "Isbat terpadu"}')
    from intervention i where i.id = pg_temp.id('accepted one');
    assert (select (before).title = 'Isbat' from amendment_line where amendment_id = amendment), 'as it was';

    -- A try opens the plan in its transaction, which then cannot be committed.
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(rewritten, 'x'), 'SL001', 'plan_content_is_open');
    perform try_amendment(amendment);
    perform pg_temp.does(format(rewritten, 'Isbat terpadu'));
    perform pg_temp.refuses('set constraints all immediate', 'SL001', 'amendment_is_written_as_approved');
    perform pg_temp.administer();
    perform set_config('session_replication_role', 'replica', true);
    update intervention set title = 'Isbat' where id = pg_temp.id('accepted one');
    update plan_amendment set applied_in = null where id = amendment;
    perform set_config('session_replication_role', 'origin', true);

    perform pg_temp.enter('coordinator');
    perform pg_temp.does('update plan_amendment set state = ''submitted'' where id = pg_temp.id(''amendment one'')');
    -- Its lines stand from then on.
    perform pg_temp.refuses('delete from amendment_line where amendment_id = pg_temp.id(''amendment one'')', 'SL001',
        'amendment_is_open');
    perform pg_temp.refuses('update plan_amendment set reason = ''y'' where id = pg_temp.id(''amendment one'')', 'SL001',
        'amendment_is_open');
    perform pg_temp.enter('leadership');
    -- Somebody else's decision, whatever role they wrote it in.
    perform pg_temp.administer();
    insert into plan_author values ('63.02', pg_temp.id('plan one'), pg_temp.id('leadership'));
    perform pg_temp.enter('leadership');
    perform pg_temp.refuses(approve, 'SL403', 'amendment_is_decided_by_another');
    perform pg_temp.administer();
    delete from plan_author where author_id = pg_temp.id('leadership');

    -- Approved, and not written.
    perform pg_temp.enter('leadership');
    begin
        perform pg_temp.does(approve);
        set constraints all immediate;
        assert false, 'nothing was written';
    exception when sqlstate 'SL001' then null;
    end;
    -- Approved, and something else written.
    begin
        perform pg_temp.does(approve);
        perform set_config('role', 'selaras_coordinator', true);
        perform pg_temp.does(format(rewritten, 'Lain'));
        set constraints all immediate;
        assert false, 'something else was written';
    exception when sqlstate 'SL001' then null;
    end;
    perform pg_temp.does(approve);
    perform set_config('role', 'selaras_coordinator', true);
    perform pg_temp.does(format(rewritten, 'Isbat terpadu'));
    set constraints all immediate;
    perform set_config('role', 'selaras_leadership', true);
    assert (select (number, state) = (1, 'approved') from plan_amendment where id = amendment), 'approved';
    perform pg_temp.administer();
    assert (select count(*) = 0 from plan_author where author_id = pg_temp.id('leadership')), 'no author of it';
end
$$;
rollback;
