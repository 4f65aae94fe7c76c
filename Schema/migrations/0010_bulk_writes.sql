-- What writes many rows at a time: batches, assignments of a whole plan, imports that only add or only change.

create function selaras.settle_idempotency_key(wanted_scope text, wanted_key text, settled_location text) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    -- Only by the transaction that has just claimed it: a key that took effect stays as it is.
    update idempotency_key k set location = settled_location
    where k.principal_id = current_setting('selaras.principal')::uuid and k.scope = wanted_scope and k.key = wanted_key
        and k.xmin::text = (pg_current_xact_id()::xid)::text;
    perform expect_rows(count(*)) from idempotency_key k
    where k.principal_id = current_setting('selaras.principal')::uuid and k.scope = wanted_scope and k.key = wanted_key
        and k.location = settled_location;
end
$$;
comment on function selaras.settle_idempotency_key is
    'Says at the end of a batch what became of its items, where that was not known when its key was claimed.';
grant execute on function selaras.settle_idempotency_key to selaras_reader;
comment on column selaras.idempotency_key.location is
    'Where the representation of what was made can be read; of a batch one an item, separated by blanks, and for an item
that was refused ! and the reason.';

create function selaras.expect_at_most(touched bigint, most bigint) returns bigint
    language plpgsql immutable security invoker set search_path = selaras, pg_temp
as $$
begin
    if touched > most then
        raise exception using errcode = 'SL001', constraint = 'change_stays_within_max_affected',
            message = format('%s rows, at most %s were expected', touched, most);
    end if;
    return touched;
end
$$;
comment on function selaras.expect_at_most is
    'Fails a change of many rows at a time that reaches more of them than whoever asked for it expected; null: any number.';
grant execute on function selaras.expect_at_most to selaras_reader;

alter table selaras.survey_import
    add column rows_ignored integer not null default 0,
    drop constraint import_receipt_adds_up,
    add constraint import_receipt_adds_up check (rows_read = rows_added + rows_changed + rows_same + rows_ignored);
comment on column selaras.survey_import.rows_ignored is
    'Rows that the import''s strategy leaves alone: present ones where it only adds, absent ones where it only changes.';
grant insert (rows_ignored) on selaras.survey_import to selaras_coordinator, selaras_lead;
