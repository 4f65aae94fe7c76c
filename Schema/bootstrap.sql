-- What migrations themselves stand on. Run before every migration, so everything here can be run again.
do $$
declare
    importers text;
begin
    execute format('grant create on database %I to selaras_owner', current_database());
    -- Only imports need a temporary table; who imports is in the matrix.
    execute format('revoke temporary on database %I from public, selaras_coordinator, selaras_lead',
        current_database());
    execute format('grant temporary on database %I to selaras_owner with grant option', current_database());
    if to_regclass('selaras.permission_effect') is not null then
        -- As the owner, who takes it back when the matrix changes. A database that was restored or cloned lacks it.
        perform set_config('role', 'selaras_owner', true);
        select string_agg(distinct 'selaras_' || p.role, ', ') into importers
        from selaras.permission p
        join selaras.permission_effect e on e.resource = p.resource and e.action = p.action
        where e.command = 'temporary';
        if importers is not null then
            execute format('grant temporary on database %I to %s', current_database(), importers);
        end if;
        perform set_config('role', 'none', true);
    end if;
end
$$;

create schema if not exists selaras authorization selaras_owner;

create table if not exists selaras.migration (
    number integer primary key,
    name text not null,
    sha256 bytea not null,
    applied_at timestamptz not null default now()
);
alter table selaras.migration owner to selaras_owner;
comment on table selaras.migration is
    'Migrations that were applied, each with the hash of its file: an edited one is refused.';
grant usage on schema selaras to selaras_login;
-- The one table that the server reads without a caller: is the schema the one that it was made for?
grant select on selaras.migration to selaras_login;
alter table selaras.migration enable row level security;
alter table selaras.migration force row level security;
do $$
begin
    if not exists (select from pg_policies where schemaname = 'selaras' and tablename = 'migration') then
        create policy owner_maintains on selaras.migration to selaras_owner using (true) with check (true);
        create policy the_server_compares_versions on selaras.migration for select to selaras_login using (true);
    end if;
end
$$;
