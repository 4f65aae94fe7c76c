-- What migrations themselves stand on. Run before every migration, so everything here can be run again.
do $$
begin
    execute format('grant create on database %I to selaras_owner', current_database());
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
grant select on selaras.migration to selaras_login;
