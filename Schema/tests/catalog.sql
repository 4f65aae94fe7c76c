-- Every table, view, function and constraint keeps the house rules, whoever adds the next one.
begin;
\ir fixture.psql

do $$
declare
    faulty text;
begin
    select string_agg(c.relname, ', ') into faulty
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity);
    assert faulty is null, 'row-level security not enabled and forced: ' || faulty;

    select string_agg(c.relname, ', ') into faulty
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p') and not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polroles = array['selaras_owner'::regrole::oid]);
    assert faulty is null, 'no policy for the owner: ' || faulty;

    select string_agg(p.polname || ' on ' || p.polrelid::regclass, ', ') into faulty
    from pg_policy p where 0 = any (p.polroles);
    assert faulty is null, 'policy for public: ' || faulty;

    select string_agg(c.relname, ', ') into faulty
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and obj_description(c.oid, 'pg_class') is null;
    assert faulty is null, 'no comment: ' || faulty;

    select string_agg(c.relname, ', ') into faulty
    from pg_class c cross join aclexplode(c.relacl) a
    where c.relnamespace = 'selaras'::regnamespace and a.grantee = 0;
    assert faulty is null, 'granted to public: ' || faulty;

    select string_agg(c.relname || '.' || t.attname, ', ') into faulty
    from pg_class c join pg_attribute t on t.attrelid = c.oid cross join aclexplode(t.attacl) a
    where c.relnamespace = 'selaras'::regnamespace and a.grantee = 0;
    assert faulty is null, 'column granted to public: ' || faulty;

    select string_agg(c.relname, ', ') into faulty
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('v', 'm')
        and c.relname !~ '^(open|protected)_'
        and not coalesce('security_invoker=true' = any (c.reloptions), false);
    assert faulty is null, 'view not security_invoker: ' || faulty;

    -- Open data is read with the rights of its owner: by the public alone, within its areas, and by nobody around it.
    select string_agg(c.relname, ', ') into faulty
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relname ~ '^(open|protected)_'
        and not (c.relkind = 'v' and c.reloptions = array['security_barrier=true']
            and pg_get_viewdef(c.oid) ~ 'publishes_open_data|protected_indicator|open_place'
            and pg_get_viewdef(c.oid) ~ 'selaras\.areas|protected_indicator|open_place');
    assert faulty is null, 'view of open data that does not ask who publishes: ' || faulty;
end
$$;

-- Functions; those of extensions are their own business.
do $$
declare
    faulty text;
begin
    create temporary view own_function as
    select p.* from pg_proc p
    where p.pronamespace = 'selaras'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');

    select string_agg(proname, ', ') into faulty
    -- Where the body was bound when the function was made, nothing is looked up.
    from own_function where 'search_path=selaras, pg_temp' <> all (coalesce(proconfig, '{}')) and prosqlbody is null;
    assert faulty is null, 'search_path not fixed: ' || faulty;

    select string_agg(proname, ', ') into faulty
    from own_function f
    where exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) a where a.grantee = 0);
    assert faulty is null, 'public may execute: ' || faulty;

    select string_agg(proname, ', ') into faulty from own_function f where obj_description(f.oid, 'pg_proc') is null;
    assert faulty is null, 'no comment: ' || faulty;

    select string_agg(proname, ', ' order by proname) into faulty from own_function where prosecdef;
    assert faulty = 'accept_invitation, acting_ids, amendment_is_of_an_approved_plan, amendment_is_open, '
        'amendment_is_written_as_approved, areas_within, begin_operation, begin_session, begin_sign_in, '
        'cancel_operation, change_password, claim_idempotency_key, confirm_second_factor, correct_account, disable_account, '
        'discard_round, earlier_passwords, end_operation, end_principal, end_second_factor, end_session, enrol_second_factor, enter, '
        'enter_account, enter_public, '
        'evidence_is_of_closed_rounds, funding_covers_its_shares, intervention_continues_another, invite, is_own_work, lock_interventions, note_deed, note_denial, '
        'open_invitation, own_principals, own_second_factor, peek_idempotency_key, plan_content_is_open, plan_counts_on_others, '
        'plan_has_an_author, '
        'plan_is_not_closed, plan_state, '
        'queue_operation, record_announced_result, record_event, refuse_sign_in, rehash_password, remove_second_factor, renew_recovery_codes, '
        'report_operation, reset_account, '
        'results_are_written_by_closing, settle_idempotency_key, share_fits, shares_count_with_their_intervention, shares_still_fit, succeed_operation, sweep_idempotency_keys, '
        'sweep_sign_ins, target_families, targets_are_declared_before_the_resurvey, touch_tokens, try_amendment, undo_sign_in, '
        'unfinished_operations, use_family_key, what_is_continued_was_carried_over',
        'security definer: ' || faulty;

    -- A volatile function in a filter is asked for every row; an immutable one must not read anything.
    select string_agg(proname || ' ' || provolatile::text, ', ' order by proname) into faulty
    from own_function where prorettype <> 'trigger'::regtype;
    assert faulty = 'accept_invitation v, acting_ids s, append_event v, area_of s, areas_within s, begin_operation v, begin_session v, begin_sign_in v, '
        'cancel_operation v, change_password v, claim_idempotency_key v, confirm_second_factor v, correct_account v, count_attempt v, data_of_account s, '
        'data_of_family s, day_begins s, disable_account v, discard_round v, earlier_passwords s, end_operation v, end_principal v, '
        'end_second_factor v, end_session v, end_sessions v, enforce_permissions v, enrol_second_factor v, enter s, '
        'enter_account s, enter_public s, erase_accounts v, event_hash i, expect_at_most i, '
        'expect_fitting_share s, expect_looked_after v, expect_not_erased s, expect_permission s, expect_rows i, expect_transition s, halvings v, invite v, is_being_amended s, is_committed i, is_erased i, is_held s, is_lasting s, is_of_callers_areas s, is_open s, is_own_report s, is_own_work s, '
        'is_time_zone s, known_at s, lock_interventions v, looks_after s, may_give s, may_look_after s, narrowed s, note_deed v, note_denial v, note_plan_author v, note_plan_content v, note_sign_in v, '
        'open_invitation s, own_account v, own_principals s, own_second_factor s, past_condition s, past_names i, past_rows s, '
        'peek_idempotency_key v, place_invitation v, place_principal v, plain_name i, plan_state s, queue_operation v, reach_of s, '
        'refuse_sign_in v, rehash_password v, remake_past v, remove_second_factor v, rename_account v, renew_recovery_codes v, report_obligation s, '
        'report_operation v, reset_account v, set_password v, '
        'settle_idempotency_key v, succeed_operation v, sweep_idempotency_keys v, sweep_sign_ins v, target_families v, terms_of s, today s, '
        'touch_tokens v, trust_sign_in v, try_amendment v, uncount_attempt v, undo_sign_in v, unfinished_operations s, use_family_key v, '
        'use_second_factor v, wait_of v, '
        'working_day_after s', 'volatility: ' || faulty;

    select string_agg(proname, ', ') into faulty
    from own_function where prorettype = 'trigger'::regtype and provolatile <> 'v';
    assert faulty is null, 'trigger function not volatile: ' || faulty;
end
$$;

-- Names are the interface to the service: a sentence each, none made up by PostgreSQL, none twice.
do $$
declare
    faulty text;
begin
    select string_agg(conname, ', ') into faulty
    from pg_constraint
    where connamespace = 'selaras'::regnamespace and contype in ('c', 'f', 'u', 'x')
        and (conname ~ '_(check|fkey|key|excl)[0-9]*$' or conname !~ '^[a-z0-9]+(_[a-z0-9]+){2,}$');
    assert faulty is null, 'constraint without a name of its own: ' || faulty;

    select string_agg(conname, ', ') into faulty
    from (select conname from pg_constraint where connamespace = 'selaras'::regnamespace and contype <> 't'
        group by conname having count(*) > 1) doubled;
    assert faulty is null, 'two constraints share a name: ' || faulty;

    select string_agg(conname, ', ') into faulty
    from pg_constraint
    where connamespace = 'selaras'::regnamespace and contype = 'f' and not (confdeltype = 'r' and confupdtype = 'a');
    assert faulty is null, 'not on delete restrict: ' || faulty;

    select string_agg(conname, ', ') into faulty
    from pg_constraint where connamespace = 'selaras'::regnamespace and not convalidated;
    assert faulty is null, 'not validated: ' || faulty;
end
$$;

-- The tenant leads every key of its tables.
do $$
declare
    faulty text;
begin
    select string_agg(x.indexrelid::regclass::text, ', ') into faulty
    from pg_index x
    join pg_attribute t on t.attrelid = x.indrelid and t.attname = 'kabupaten_code'
    where x.indrelid <> 'selaras.principal'::regclass and x.indkey[0] <> t.attnum
        and x.indrelid in (select oid from pg_class where relnamespace = 'selaras'::regnamespace);
    assert faulty is null, 'index that does not begin with kabupaten_code: ' || faulty;

    select string_agg(c.conname, ', ') into faulty
    from pg_constraint c
    join pg_attribute own on own.attrelid = c.conrelid and own.attname = 'kabupaten_code'
    join pg_attribute theirs on theirs.attrelid = c.confrelid and theirs.attname = 'kabupaten_code'
    where c.contype = 'f' and c.confrelid <> 'selaras.principal'::regclass
        and (c.conkey[1] <> own.attnum or c.confkey[1] <> theirs.attnum);
    assert faulty is null, 'reference that can cross the border of a kabupaten: ' || faulty;

    -- Compared directly with the setting, the policy becomes a condition of the index.
    select string_agg(polname || ' on ' || polrelid::regclass, ', ') into faulty
    from pg_policy p
    join pg_attribute t on t.attrelid = p.polrelid and t.attname = 'kabupaten_code'
    -- What is a person's own lies in whichever area it lies.
    where p.polpermissive and p.polroles <> array['selaras_owner'::regrole::oid]
        and p.polname <> 'offices_of_the_province_are_read' -- of no kabupaten, by their province
        and p.polroles <> array['selaras_account'::regrole::oid]
        and (coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            !~ 'kabupaten_code = ANY \(string_to_array\(current_setting\(''selaras.areas''::text, true\), '','''
        or pg_get_expr(p.polwithcheck, p.polrelid)
            !~ 'kabupaten_code = ANY \(string_to_array\(current_setting\(''selaras.areas''::text, true\), '',''');
    assert faulty is null, 'policy that does not compare kabupaten_code with the setting: ' || faulty;
end
$$;

rollback;
