-- The named rules of regions, frameworks, the catalogue, kabupaten and agencies.
begin;
\ir fixture.psql

do $$
declare
    region constant text := 'insert into region (code, name, level, parent_code) values (%L, %L, %L, %L)';
    bps_region constant text := 'insert into region (code, name, level, parent_code, bps_code)
        values (%L, $q$x$q$, %L, %L, %L)';
    found record;
begin
    for found in select * from (values
        ('6', 'provinsi', null, '65', 'provinsi', null), ('63.1', 'kabupaten', '63', '63.11', 'kabupaten', '63'),
        ('63.12', 'provinsi', '63', '63.12', 'kota', '63'), ('63.10', 'desa', '63', '63.11', 'kota', '63'),
        ('63.02.13.200', 'desa', '63.02', '63.02.13', 'kecamatan', '63.02'),
        ('63.02.12.200', 'desa', '63.02.12', '63.02.12.2008', 'desa', '63.02.12'),
        ('63.02.12.20080', 'kelurahan', '63.02.12', '63.02.12.1001', 'kelurahan', '63.02.12'),
        ('63.11', 'distrik', '63', '63.11', 'kabupaten', '63')
    ) r (code, level, parent, right_code, right_level, right_parent) loop
        perform pg_temp.rule('region_code_has_the_shape_of_its_level',
            format(region, found.code, 'x', found.level, found.parent),
            format(region, found.right_code, 'x', found.right_level, found.right_parent));
    end loop;
    perform pg_temp.rule('region_lies_within_its_parent',
        format(region, '63.11', 'x', 'kabupaten', '64'), format(region, '63.11', 'x', 'kabupaten', '63'));
    perform pg_temp.rule('region_lies_within_its_parent',
        format(region, '63.02.12.2008', 'x', 'desa', '63.02'),
        format(region, '63.02.12.2008', 'x', 'desa', '63.02.12'));
    perform pg_temp.rule('region_lies_within_its_parent',
        format(region, '63.11', 'x', 'kabupaten', null), format(region, '65', 'x', 'provinsi', null));
    perform pg_temp.rule('region_name_is_not_blank',
        format(region, '65', E' \t', 'provinsi', null), format(region, '65', 'x', 'provinsi', null));
    perform pg_temp.rule('region_parent_is_in_the_register',
        format(region, '65.01', 'x', 'kabupaten', '65'), format(region, '63.01', 'x', 'kabupaten', '63'));
    for found in select * from (values
        ('65', 'provinsi', null, '6', '65'), ('63.11', 'kabupaten', '63', '63.11', '6311'),
        ('63.72', 'kota', '63', '637', '6372'), ('63.02.13', 'kecamatan', '63.02', '630213', '6302130'),
        ('63.02.12.2008', 'desa', '63.02.12', '63021202008', '6302120008'),
        ('63.02.12.1001', 'kelurahan', '63.02.12', 'x302120008', '6302120009')) r (code, level, parent, wrong, fits)
    loop
        perform pg_temp.rule('region_bps_code_has_the_shape_of_its_level',
            format(bps_region, found.code, found.level, found.parent, found.wrong),
            format(bps_region, found.code, found.level, found.parent, found.fits));
    end loop;
    update region set bps_code = '6302' where code = '63.02';
    perform pg_temp.rule('region_bps_code_is_of_one_region',
        $q$update region set bps_code = '6302' where code = '63.10'$q$,
        $q$update region set bps_code = '6310' where code = '63.10'$q$);
    -- Two regions exchange their codes in one statement.
    update region set bps_code = '6310' where code = '63.10';
    perform pg_temp.does($q$update region set bps_code = case code when '63.10' then '6302' else '6310' end
        where code in ('63.02', '63.10')$q$, 2);
    assert (select search_key from region where code = '63.02.12.2005') = 'sangsang', 'search_key';
    perform pg_temp.covered('region');
end
$$;

do $$
declare
    framework constant text := $q$insert into framework values
        ('new', %s, 'x', '%s', 'x', '%s', %s, %s, sha256('x'))$q$;
    fits constant text := format(framework, 1, 'official', 'weighted', 0, 0);
    indicator constant text := $q$insert into framework_indicator values
        ('ikk', 1, 9, '%s', '%s', 'x', 'x', '%s', '%s', 'all', false, 'x', %s)$q$;
    found record;
    scored constant text := $q$insert into framework_indicator values
        ('ikk', 2, 9, 'x', 'legal', 'x', 'x', '%s', '%s', 'all', false, 'x', null, %s, %s)$q$;
    nothing constant text := 'null, null, null, null, null, null';
    suggesting constant text := 'null, null';
    continuing constant text := 'null, null, null, null, 1, ';
begin
    perform pg_temp.rule('framework_version_counts_from_one', format(framework, 0, 'working', 'weighted', 75, 2), fits);
    perform pg_temp.rule('framework_status_is_known', format(framework, 1, 'draft', 'weighted', 75, 2), fits);
    perform pg_temp.rule('framework_aggregation_is_known', format(framework, 1, 'working', 'median', 75, 2),
        format(framework, 1, 'working', 'mean_of_indicators', 75, 2));
    perform pg_temp.rule('framework_weak_below_is_a_value', format(framework, 1, 'working', 'weighted', 101, 2),
        format(framework, 1, 'working', 'weighted', 100, 2));
    perform pg_temp.rule('framework_weak_below_is_a_value', format(framework, 1, 'working', 'weighted', -1, 2), fits);
    perform pg_temp.rule('framework_rounds_to_at_most_four_digits', format(framework, 1, 'working', 'weighted', 75, 5),
        format(framework, 1, 'working', 'weighted', 75, 4));
    perform pg_temp.rule('category_starts_within_the_scale',
        $q$insert into framework_category values ('ikk', 1, 'x', 'x', 101)$q$,
        $q$insert into framework_category values ('ikk', 1, 'x', 'x', 100)$q$);
    perform pg_temp.rule('category_starts_are_distinct',
        $q$insert into framework_category values ('ikk', 1, 'x', 'x', 75)$q$,
        $q$insert into framework_category values ('ikk', 1, 'x', 'x', 76)$q$);
    perform pg_temp.rule('category_belongs_to_a_framework',
        $q$insert into framework_category values ('ikk', 3, 'x', 'x', 0)$q$,
        $q$insert into framework_category values ('ikk', 2, 'x', 'x', 0)$q$);
    perform pg_temp.rule('dimension_belongs_to_a_framework',
        $q$insert into framework_dimension values ('ikk', 3, 0, 'x', 'x', 'x')$q$,
        $q$insert into framework_dimension values ('ikk', 2, 0, 'x', 'x', 'x')$q$);
    perform pg_temp.rule('dimension_code_is_unique_in_its_framework',
        $q$insert into framework_dimension values ('ikk', 1, 2, 'legal', 'x', 'x')$q$,
        $q$insert into framework_dimension values ('ikk', 2, 2, 'legal', 'x', 'x')$q$);
    perform pg_temp.rule('indicator_belongs_to_a_dimension',
        format(indicator, 'x', 'x', 'positive', 'family', 'null'),
        format(indicator, 'x', 'legal', 'positive', 'family', 'null'));
    perform pg_temp.rule('indicator_code_is_unique_in_its_framework',
        format(indicator, 'a', 'legal', 'positive', 'family', 'null'),
        format(indicator, 'x', 'legal', 'positive', 'family', 'null'));
    perform pg_temp.rule('indicator_direction_is_known',
        format(indicator, 'x', 'legal', 'up', 'family', 'null'),
        format(indicator, 'x', 'legal', 'negative', 'family', 'null'));
    perform pg_temp.rule('indicator_unit_is_known',
        format(indicator, 'x', 'legal', 'positive', 'house', 'null'),
        format(indicator, 'x', 'legal', 'positive', 'person', 'null'));
    perform pg_temp.rule('indicator_weight_is_not_negative',
        format(indicator, 'x', 'legal', 'positive', 'family', '-1'),
        format(indicator, 'x', 'legal', 'positive', 'family', '0'));

    insert into framework_dimension values ('ikk', 2, 0, 'legal', 'x', 'x');
    perform pg_temp.rule('indicator_maximum_fits_an_answer', format(scored, 'positive', 'family', 254, nothing),
        format(scored, 'positive', 'family', 253, nothing));
    perform pg_temp.rule('indicator_maximum_fits_an_answer', format(scored, 'positive', 'family', 0, nothing),
        format(scored, 'positive', 'family', 1, nothing));
    perform pg_temp.rule('indicator_of_persons_has_no_score', format(scored, 'positive', 'person', 2, nothing),
        format(scored, 'positive', 'person', 1, nothing));
    perform pg_temp.rule('suggestion_is_whole',
        format(scored, 'positive', 'family', 5, $q$'x', 'x', null, '{}', $q$ || suggesting),
        format(scored, 'positive', 'family', 5, $q$'x', 'x', '{}', '{}', $q$ || suggesting));
    perform pg_temp.rule('suggestion_says_who_may_act',
        format(scored, 'positive', 'family', 5, $q$'x', 'x', '{village,regent}', '{}', $q$ || suggesting),
        format(scored, 'positive', 'family', 5, $q$'x', 'x', '{village,other}', '{1.02}', $q$ || suggesting));
    perform pg_temp.rule('equivalent_is_whole', format(scored, 'positive', 'family', 1, continuing || 'null'),
        format(scored, 'positive', 'family', 1, continuing || $q$'a'$q$));
    perform pg_temp.rule('equivalent_is_of_an_earlier_version',
        format(scored, 'positive', 'family', 1, $q$null, null, null, null, 2, 'x'$q$),
        format(scored, 'positive', 'family', 1, continuing || $q$'a'$q$));
    for found in select * from (values
        ('positive', 'family', 1, 'z'), ('positive', 'family', 5, 'a'), ('negative', 'family', 1, 'a'),
        ('positive', 'person', 1, 'a')) f (direction, unit, maximum, code)
    loop
        perform pg_temp.rule('equivalent_counts_the_same',
            format(scored, found.direction, found.unit, found.maximum, continuing || quote_literal(found.code)),
            format(scored, 'positive', 'family', 1, continuing || $q$'a'$q$));
    end loop;
    insert into framework_indicator values ('ikk', 2, 0, 'a', 'legal', 'x', 'x', 'positive', 'family', 'all', false,
        'x', null, 1, null, null, null, null, 1, 'a');
    perform pg_temp.rule('equivalent_is_claimed_once',
        format(scored, 'positive', 'family', 1, continuing || $q$'a'$q$),
        format(scored, 'positive', 'family', 1, continuing || $q$'b'$q$));
    perform pg_temp.covered('framework', 'framework_category', 'framework_dimension', 'framework_indicator');

    -- A framework is never edited, by nobody.
    perform pg_temp.refuses($q$update framework set title = 'y' where version = 2$q$, 'SL001');
    perform pg_temp.refuses($q$delete from framework where version = 2$q$, 'SL001');
    perform pg_temp.refuses($q$update framework_category set name_id = 'y'$q$, 'SL001');
    perform pg_temp.refuses($q$update framework_dimension set name_id = 'y'$q$, 'SL001');
    perform pg_temp.refuses($q$update framework_indicator set weight_millionths = 1$q$, 'SL001');
    perform pg_temp.refuses($q$delete from framework_indicator$q$, 'SL001');
    perform pg_temp.accepts($q$insert into framework select code, 3, title, status, provenance, aggregation, weak_below,
        rounding_digits, content_sha256 from framework where version = 2$q$);

    perform pg_temp.rule('catalogue_title_is_not_blank', $q$insert into catalogue_item values ('x', ' ', 'x')$q$,
        $q$insert into catalogue_item values ('x', 'x', 'x')$q$);
    perform pg_temp.rule('catalogue_indicator_belongs_to_an_item',
        $q$insert into catalogue_indicator values ('x', 'ikk', 'a')$q$,
        $q$insert into catalogue_indicator values ('jamban', 'ikk', 'a')$q$);
    perform pg_temp.covered('catalogue_item', 'catalogue_indicator');
end
$$;

do $$
declare
    kabupaten constant text := $q$insert into kabupaten values ('%s', 'x', '%s', %s)$q$;
    fits constant text := format(kabupaten, '63.11', 'Asia/Jayapura', 1);
    agency constant text := $q$insert into agency values ('%s', '%s', 'x', 'x', '%s', %s, '{}', '%s', 'x')$q$;
    office constant text := format(agency, '63.02', 'RSUD-2', 'unit', $q$'DINKES'$q$, 'support');
begin
    insert into region (code, name, level, parent_code) values ('63.11', 'x', 'kabupaten', '63');
    perform pg_temp.rule('kabupaten_is_in_the_register', format(kabupaten, '63.12', 'Asia/Makassar', 10), fits);
    perform pg_temp.rule('kabupaten_code_is_of_a_kabupaten_or_kota',
        format(kabupaten, '63', 'Asia/Makassar', 10), fits);
    perform pg_temp.rule('kabupaten_report_deadline_is_sensible', format(kabupaten, '63.11', 'Asia/Makassar', 0), fits);
    perform pg_temp.rule('kabupaten_report_deadline_is_sensible', format(kabupaten, '63.11', 'Asia/Makassar', 61),
        format(kabupaten, '63.11', 'Asia/Makassar', 60));
    perform pg_temp.rule('kabupaten_license_is_named',
        $q$update kabupaten set open_data_license = ' ' where code = '63.02'$q$,
        $q$update kabupaten set open_data_license = 'CC BY 4.0' where code = '63.02'$q$);
    perform pg_temp.rule('kabupaten_time_zone_is_known', format(kabupaten, '63.11', 'Asia/Banjarbaru', 10), fits);
    perform pg_temp.rule('holiday_belongs_to_a_kabupaten',
        $q$insert into holiday values ('63.11', '2024-08-17', 'x')$q$,
        $q$insert into holiday values ('63.10', '2024-08-17', 'x')$q$);
    perform pg_temp.rule('agency_belongs_to_a_kabupaten', format(agency, '63.11', 'X', 'opd', 'null', 'lead'), office);
    perform pg_temp.rule('agency_parent_is_an_agency',
        format(agency, '63.02', 'X', 'unit', $q$'DINAS'$q$, 'support'), office);
    perform pg_temp.rule('agency_kind_is_known', format(agency, '63.02', 'X', 'ngo', 'null', 'support'), office);
    perform pg_temp.rule('agency_role_is_known', format(agency, '63.02', 'X', 'opd', 'null', 'boss'), office);
    perform pg_temp.rule('agency_code_is_upper_case', format(agency, '63.02', 'Dp3a', 'opd', 'null', 'lead'), office);
    perform pg_temp.rule('agency_code_is_upper_case', format(agency, '63.02', 'X-', 'opd', 'null', 'lead'), office);
    perform pg_temp.rule('agency_region_is_in_the_register',
        $q$update agency set region_code = '63.02.99' where code = 'DINKES' and kabupaten_code = '63.02'$q$,
        $q$update agency set region_code = '63.02.12' where code = 'DINKES' and kabupaten_code = '63.02'$q$);
    perform pg_temp.rule('agency_serves_a_part_of_its_kabupaten',
        $q$update agency set region_code = '63.02' where code = 'DINKES' and kabupaten_code = '63.02'$q$,
        $q$update agency set region_code = '63.02.12' where code = 'DINKES' and kabupaten_code = '63.02'$q$);
    perform pg_temp.rule('agency_serves_a_part_of_its_kabupaten',
        $q$update agency set region_code = '63.10' where code = 'DINKES' and kabupaten_code = '63.02'$q$,
        $q$update agency set region_code = '63.02.12' where code = 'DINKES' and kabupaten_code = '63.02'$q$);
    perform pg_temp.rule('duty_belongs_to_an_agency', $q$insert into agency_duty values ('63.02', 'X', 'ikk', 'a')$q$,
        $q$insert into agency_duty values ('63.02', 'DINKES', 'ikk', 'a')$q$);
    perform pg_temp.rule('catalogue_agency_is_an_agency',
        $q$insert into catalogue_agency values ('63.02', 'jamban', 'X')$q$,
        $q$insert into catalogue_agency values ('63.02', 'jamban', 'DINKES')$q$);
    perform pg_temp.rule('catalogue_agency_belongs_to_an_item',
        $q$insert into catalogue_agency values ('63.02', 'x', 'DINKES')$q$,
        $q$insert into catalogue_agency values ('63.02', 'isbat', 'DINKES')$q$);
    perform pg_temp.covered('kabupaten', 'holiday', 'agency', 'agency_duty', 'catalogue_agency');
end
$$;

rollback;
