-- The named rules of those who call: principals and their tokens.
begin;
\ir fixture.psql

do $$
declare
    principal constant text := $q$insert into principal (id, name, role, kabupaten_code, province_code, agency_code,
        desa_code) values (pg_temp.id('new'), '%s', '%s', %L, %L, %L, %L)$q$;
    office constant text := format(principal, 'x', 'agency', '63.02', null, 'DINKES', null);
    camat constant text := $q$insert into principal (id, name, role, kabupaten_code, kecamatan_code)
        values (pg_temp.id('new'), 'x', '%s', '63.02', %L)$q$;
    auditor constant text := $q$insert into principal (id, name, role, kabupaten_code, assignment_letter, valid_until)
        values (pg_temp.id('new'), 'x', '%s', '63.02', %L, %L)$q$;
    village constant text := format(principal, 'x', 'village', '63.02', null, null, '63.02.12.2006');
    viewer constant text := format(principal, 'x', 'viewer', '63.02', null, null, null);
    province constant text := format(principal, 'x', 'province', null, '63', null, null);
    token constant text := $q$insert into token (hash, id, principal_id, created_at, expires_at)
        values (%s, pg_temp.id('%s'), pg_temp.id('%s'), '2024-01-01', '%s')$q$;
    fits constant text := format(token, $q$sha256('new')$q$, 'new', 'viewer', '2024-01-01 00:00:01');
begin
    perform pg_temp.rule('principal_role_is_known', format(principal, 'x', 'admin', '63.02', null, null, null), viewer);
    perform pg_temp.rule('principal_name_is_not_blank',
        format(principal, ' ', 'viewer', '63.02', null, null, null), viewer);
    perform pg_temp.rule('principal_acts_in_one_area',
        format(principal, 'x', 'viewer', null, null, null, null), viewer);
    perform pg_temp.rule('principal_acts_in_one_area',
        format(principal, 'x', 'viewer', '63.02', '63', null, null), viewer);
    perform pg_temp.rule('principal_acts_in_one_area',
        format(principal, 'x', 'province', '63.02', '63', null, null), province);
    perform pg_temp.rule('principal_acts_in_one_area',
        format(principal, 'x', 'province', null, null, null, null), province);
    perform pg_temp.rule('principal_agency_belongs_to_role',
        format(principal, 'x', 'agency', '63.02', null, null, null), office);
    perform pg_temp.rule('principal_agency_belongs_to_role',
        format(principal, 'x', 'viewer', '63.02', null, 'DINKES', null), office);
    perform pg_temp.rule('principal_desa_belongs_to_role',
        format(principal, 'x', 'village', '63.02', null, null, null), village);
    perform pg_temp.rule('principal_desa_belongs_to_role',
        format(principal, 'x', 'viewer', '63.02', null, null, '63.02.12.2006'), village);
    perform pg_temp.rule('principal_desa_belongs_to_role',
        format(principal, 'x', 'village', '63.02', null, null, '63.10.01.2001'), village);
    perform pg_temp.rule('principal_kabupaten_uses_the_service',
        format(principal, 'x', 'viewer', '63.12', null, null, null), viewer);
    perform pg_temp.rule('principal_province_is_in_the_register',
        format(principal, 'x', 'province', null, '65', null, null), province);
    perform pg_temp.rule('principal_desa_is_in_the_register',
        format(principal, 'x', 'village', '63.02', null, null, '63.02.12.2999'), village);
    perform pg_temp.rule('principal_agency_is_of_its_kabupaten',
        format(principal, 'x', 'agency', '63.02', null, 'DINAS', null), office);

    perform pg_temp.rule('principal_agency_belongs_to_role',
        format(principal, 'x', 'provincial_agency', null, '63', null, null),
        format(principal, 'x', 'provincial_agency', null, '63', 'DPPPA-PROV', null));
    perform pg_temp.rule('principal_acts_in_one_area',
        format(principal, 'x', 'provincial_agency', '63.02', null, 'DINKES', null),
        format(principal, 'x', 'reporter', '63.02', null, 'DINKES', null));
    perform pg_temp.rule('principal_acts_in_one_area',
        replace(format(auditor, 'auditor', '1', '2030-01-01'), '''63.02''', 'null'),
        format(auditor, 'auditor', '1', '2030-01-01'));
    -- Of one kabupaten, or of a province.
    perform pg_temp.accepts(replace(replace(format(auditor, 'auditor', '1', '2030-01-01'), '''63.02''', '''63'''),
        'kabupaten_code', 'province_code'));
    perform pg_temp.rule('principal_kecamatan_belongs_to_role',
        format(camat, 'subdistrict', null), format(camat, 'subdistrict', '63.02.12'));
    perform pg_temp.rule('principal_kecamatan_belongs_to_role',
        format(camat, 'viewer', '63.02.12'), format(camat, 'subdistrict', '63.02.12'));
    perform pg_temp.rule('principal_kecamatan_belongs_to_role',
        format(camat, 'subdistrict', '63.10.01'), format(camat, 'subdistrict', '63.02.12'));
    perform pg_temp.rule('principal_kecamatan_is_in_the_register',
        format(camat, 'subdistrict', '63.02.99'), format(camat, 'subdistrict', '63.02.12'));
    perform pg_temp.rule('principal_letter_belongs_to_role',
        format(auditor, 'auditor', null, '2030-01-01'), format(auditor, 'auditor', '1', '2030-01-01'));
    perform pg_temp.rule('principal_letter_belongs_to_role',
        format(auditor, 'auditor', '1', null), format(auditor, 'viewer', null, null));
    perform pg_temp.rule('principal_letter_belongs_to_role',
        format(auditor, 'viewer', '1', null), format(auditor, 'viewer', null, '2030-01-01'));
    perform pg_temp.rule('principal_letter_is_not_blank',
        format(auditor, 'auditor', ' ', '2030-01-01'), format(auditor, 'auditor', '1', '2030-01-01'));

    perform pg_temp.rule('token_hash_is_sha256',
        format(token, $q$'\x00'$q$, 'new', 'viewer', '2025-01-01'), fits);
    perform pg_temp.rule('token_expires_after_its_making',
        format(token, $q$sha256('new')$q$, 'new', 'viewer', '2024-01-01'), fits);
    perform pg_temp.rule('token_belongs_to_a_principal',
        format(token, $q$sha256('new')$q$, 'new', 'nobody', '2025-01-01'), fits);
    perform pg_temp.rule('token_id_is_unique',
        format(token, $q$sha256('new')$q$, 'token of viewer', 'viewer', '2025-01-01'), fits);
end
$$;

do $$
declare
    principal constant text := $q$insert into principal (id, name, role, kabupaten_code, account_id, valid_from,
        valid_until) values (pg_temp.id('new'), 'x', 'viewer', '63.02', pg_temp.id('%s'), %L, %L)$q$;
    holder constant text := format(principal, 'person', '2024-01-01', '2024-01-02');
    token constant text := $q$insert into token (hash, id, kind, principal_id, account_id, idle_for, scope, expires_at)
        values (sha256('new'), pg_temp.id('new'), '%s', %L, %L, %L, %L, now() + interval '1 day')$q$;
    session constant text := format(token, 'session', null, pg_temp.id('person'), '1 hour', null);
    machine constant text := format(token, 'machine', pg_temp.id('viewer'), null, null, '{lokus:read,agency:read}');
begin
    insert into account (id, name, email) values (pg_temp.id('person'), 'Siti', 'siti@x');
    perform pg_temp.rule('principal_belongs_to_an_account', format(principal, 'nobody', null, null), holder);
    perform pg_temp.rule('principal_is_valid_before_it_ends',
        format(principal, 'person', '2024-01-02', '2024-01-02'), holder);
    perform pg_temp.rule('token_belongs_to_an_account',
        format(token, 'session', null, pg_temp.id('nobody'), '1 hour', null), session);
    perform pg_temp.rule('token_kind_is_known', format(token, 'x', null, pg_temp.id('person'), '1 hour', null),
        session);
    perform pg_temp.rule('token_acts_for_one_principal_or_one_person',
        format(token, 'session', null, pg_temp.id('person'), null, null), session);
    perform pg_temp.rule('token_acts_for_one_principal_or_one_person',
        format(token, 'session', pg_temp.id('viewer'), pg_temp.id('person'), '1 hour', null), session);
    perform pg_temp.rule('token_acts_for_one_principal_or_one_person',
        format(token, 'session', null, pg_temp.id('person'), '1 hour', '{lokus:read}'), session);
    perform pg_temp.rule('token_acts_for_one_principal_or_one_person',
        format(token, 'machine', pg_temp.id('viewer'), pg_temp.id('person'), null, null), machine);
    perform pg_temp.rule('token_acts_for_one_principal_or_one_person',
        format(token, 'machine', pg_temp.id('viewer'), null, '1 hour', null), machine);
    perform pg_temp.rule('token_second_factor_is_of_a_session', replace(replace(machine, 'expires_at)',
        'expires_at, with_second_factor)'), '1 day'')', '1 day'', true)'),
        replace(replace(session, 'expires_at)', 'expires_at, with_second_factor)'), '1 day'')', '1 day'', true)'));
    perform pg_temp.rule('token_scope_names_permissions',
        format(token, 'machine', pg_temp.id('viewer'), null, null, '{}'), machine);
    perform pg_temp.rule('token_scope_names_permissions',
        format(token, 'machine', pg_temp.id('viewer'), null, null, '{lokus}'), machine);
    perform pg_temp.rule('token_scope_names_permissions',
        format(token, 'machine', pg_temp.id('viewer'), null, null, '{lokus:read,null}'), machine);
    perform pg_temp.covered('principal', 'token');
end
$$;

rollback;
