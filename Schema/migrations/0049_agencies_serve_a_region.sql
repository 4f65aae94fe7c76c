-- An office of a kecamatan, or the government of a desa, has duties there and not in the rest of the kabupaten.

alter table selaras.agency
    -- null: all of the kabupaten
    add column region_code text constraint agency_region_is_in_the_register references selaras.region on delete restrict,
    add constraint agency_serves_a_part_of_its_kabupaten check (
        region_code is null or (starts_with(region_code, kabupaten_code || '.') and region_code <> kabupaten_code));
comment on column selaras.agency.region_code is 'The kecamatan or desa that it serves.';
