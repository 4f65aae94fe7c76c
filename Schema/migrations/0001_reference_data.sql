-- Data that all kabupaten share: regions, indicator frameworks, the catalogue of interventions.

comment on schema selaras is 'Lokus desa, weak IKK indicators, interventions and what moved.';
revoke all on schema selaras from public;
grant usage on schema selaras to selaras_reader, selaras_login;
-- PostgreSQL lets everybody execute a new function; here nobody may until it is granted, in this and later migrations.
alter default privileges revoke execute on functions from public;

create function selaras.stamp_change() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    new.version := old.version + 1;
    new.updated_at := now();
    return new;
end
$$;
comment on function selaras.stamp_change is 'Counts the versions of a row, which clients send back in If-Match.';

-- Regions ---------------------------------------------------------------------------------------------------------

create table selaras.region (
    code text primary key,
    name text not null,
    level text not null,
    -- null: a province, which has no parent in the register
    parent_code text constraint region_parent_is_in_the_register references selaras.region on delete restrict,
    search_key text not null generated always as (lower(regexp_replace(name, '[^[:alnum:]]', '', 'g'))) stored,
    constraint region_code_has_the_shape_of_its_level check (
        case level
            when 'provinsi' then code ~ '^[0-9]{2}$'
            when 'kabupaten' then code ~ '^[0-9]{2}\.[0-9]{2}$'
            when 'kota' then code ~ '^[0-9]{2}\.[0-9]{2}$'
            when 'kecamatan' then code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$'
            when 'desa' then code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'
            when 'kelurahan' then code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'
            else false
        end),
    constraint region_lies_within_its_parent check (
        coalesce(code ~ ('^' || replace(parent_code, '.', '\.') || '\.[0-9]+$'), level = 'provinsi')),
    constraint region_name_is_not_blank check (name ~ '[^[:space:]]')
);
comment on table selaras.region is
    'Provinces down to desa and kelurahan, by Kemendagri code. Codes are text: 63.10 is not 63.1. Names are not keys.';
comment on column selaras.region.search_key is
    'The name without case, blanks and hyphens: the press writes Sangsang, the register Sang-Sang.';

create extension if not exists pg_trgm with schema selaras;
create index region_by_search_key on selaras.region using gin (search_key selaras.gin_trgm_ops);
create index region_by_parent on selaras.region (parent_code);

-- Frameworks ------------------------------------------------------------------------------------------------------

create table selaras.framework (
    code text not null,
    version integer not null,
    title text not null,
    status text not null,
    provenance text not null,
    aggregation text not null,
    weak_below integer not null,
    rounding_digits smallint not null,
    content_sha256 bytea not null,
    primary key (code, version),
    constraint framework_version_counts_from_one check (version >= 1),
    constraint framework_status_is_known check (status in ('working', 'official')),
    constraint framework_aggregation_is_known check (
        aggregation in ('mean_of_dimensions', 'mean_of_indicators', 'weighted')),
    constraint framework_weak_below_is_a_value check (weak_below between 0 and 100),
    constraint framework_rounds_to_at_most_four_digits check (rounding_digits between 0 and 4)
);
comment on table selaras.framework is
    'A versioned indicator set. Immutable: a changed set is a new version, and every value says which it is of.';

create table selaras.framework_category (
    framework_code text not null,
    framework_version integer not null,
    code text not null,
    name_id text not null,
    from_value integer not null,
    primary key (framework_code, framework_version, code),
    constraint category_belongs_to_a_framework
        foreign key (framework_code, framework_version) references selaras.framework on delete restrict,
    constraint category_starts_are_distinct unique (framework_code, framework_version, from_value),
    constraint category_starts_within_the_scale check (from_value between 0 and 100)
);
comment on table selaras.framework_category is 'Half-open classes of the index: from its value up to the next one''s.';

create table selaras.framework_dimension (
    framework_code text not null,
    framework_version integer not null,
    position smallint not null,
    code text not null,
    name_id text not null,
    name_en text not null,
    primary key (framework_code, framework_version, position),
    constraint dimension_belongs_to_a_framework
        foreign key (framework_code, framework_version) references selaras.framework on delete restrict,
    constraint dimension_code_is_unique_in_its_framework unique (framework_code, framework_version, code)
);
comment on table selaras.framework_dimension is 'Dimensions in framework order, from 0.';

create table selaras.framework_indicator (
    framework_code text not null,
    framework_version integer not null,
    position smallint not null,
    code text not null,
    dimension_code text not null,
    name_id text not null,
    name_en text not null,
    direction text not null,
    unit text not null,
    eligible text not null,
    sensitive boolean not null,
    provenance text not null,
    -- null: the framework does not weigh its indicators
    weight_millionths integer,
    primary key (framework_code, framework_version, position),
    constraint indicator_belongs_to_a_dimension foreign key (framework_code, framework_version, dimension_code)
        references selaras.framework_dimension (framework_code, framework_version, code) on delete restrict,
    constraint indicator_code_is_unique_in_its_framework unique (framework_code, framework_version, code),
    constraint indicator_direction_is_known check (direction in ('positive', 'negative')),
    constraint indicator_unit_is_known check (unit in ('family', 'person')),
    constraint indicator_weight_is_not_negative check (weight_millionths >= 0)
);
comment on table selaras.framework_indicator is 'Indicators in framework order, from 0: the order of packed answers.';

create function selaras.refuse_change() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    raise exception using errcode = 'SL001', table = tg_table_name, message = tg_table_name || ' is immutable';
end
$$;
comment on function selaras.refuse_change is 'For tables whose rows are never edited: a new version is added instead.';

create trigger framework_is_immutable before update or delete on selaras.framework
    for each row execute function selaras.refuse_change();
create trigger framework_category_is_immutable before update or delete on selaras.framework_category
    for each row execute function selaras.refuse_change();
create trigger framework_dimension_is_immutable before update or delete on selaras.framework_dimension
    for each row execute function selaras.refuse_change();
create trigger framework_indicator_is_immutable before update or delete on selaras.framework_indicator
    for each row execute function selaras.refuse_change();

-- Catalogue of interventions --------------------------------------------------------------------------------------

create table selaras.catalogue_item (
    code text primary key,
    title text not null,
    unit text not null,
    constraint catalogue_title_is_not_blank check (title ~ '[^[:space:]]')
);
comment on table selaras.catalogue_item is 'Kinds of intervention; who may do them is said per kabupaten.';

create table selaras.catalogue_indicator (
    item_code text not null
        constraint catalogue_indicator_belongs_to_an_item references selaras.catalogue_item on delete restrict,
    framework_code text not null,
    indicator_code text not null,
    primary key (item_code, framework_code, indicator_code)
);
comment on table selaras.catalogue_indicator is
    'Which indicators a kind of intervention aims at, in every version of the framework that still has them.';
create index catalogue_by_indicator on selaras.catalogue_indicator (framework_code, indicator_code);

-- Who reads -------------------------------------------------------------------------------------------------------

do $$
declare
    shared text;
begin
    foreach shared in array array[
        'region', 'framework', 'framework_category', 'framework_dimension', 'framework_indicator',
        'catalogue_item', 'catalogue_indicator'
    ] loop
        execute format('alter table selaras.%I enable row level security', shared);
        execute format('alter table selaras.%I force row level security', shared);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', shared);
        execute format(
            'create policy everyone_signed_in_reads on selaras.%I for select to selaras_reader using (true)', shared);
        execute format('grant select on selaras.%I to selaras_reader', shared);
    end loop;
end
$$;
