-- Which key the family ids were hashed with, so that a server with another key file cannot mix its hashes in.

create table selaras.family_key (
    is_in_use boolean primary key default true,
    fingerprint bytea not null,
    keys smallint not null,
    since timestamptz not null default now(),
    constraint family_key_is_one check (is_in_use),
    constraint family_key_fingerprint_has_eight_bytes check (octet_length(fingerprint) = 8),
    constraint family_key_counts_from_one check (keys >= 1)
);
comment on table selaras.family_key is
    'What tells the key in use from another one, and nothing of the key itself: eight bytes that follow from it one way.';
comment on column selaras.family_key.keys is
    'How many keys an id goes through, one after the other; each rotation adds one.';

alter table selaras.family_key enable row level security;
alter table selaras.family_key force row level security;
create policy owner_maintains on selaras.family_key to selaras_owner using (true) with check (true);

create function selaras.use_family_key(with_fingerprint bytea, with_keys integer) returns void
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    known bytea;
begin
    -- Families of before this was recorded were hashed with one key.
    if with_keys > 1 and not exists (select from family_key) and exists (select from family_answer) then
        raise exception using errcode = 'SL001', constraint = 'family_key_is_the_one_in_use',
            message = 'the families were hashed with one key';
    end if;
    insert into family_key (fingerprint, keys) values (with_fingerprint, with_keys) on conflict do nothing;
    -- Held to the end of the import, so that a rotation waits for it, and a later import for the rotation.
    select k.fingerprint into known from family_key k for share;
    if known <> with_fingerprint then
        raise exception using errcode = 'SL001', constraint = 'family_key_is_the_one_in_use',
            message = 'the families were hashed with another key';
    end if;
end
$$;
comment on function selaras.use_family_key is
    'The first import decides which key it is. With another one, families would no longer match between rounds.';
grant execute on function selaras.use_family_key to selaras_coordinator, selaras_lead;
