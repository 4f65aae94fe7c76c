-- Indicators that are answered by a score, what a framework suggests to do about them, and the indicator of an earlier
-- version that they continue.

alter table selaras.framework_indicator
    add column maximum smallint not null default 1,
    -- null in these: the framework suggests nothing
    add column activity_id text,
    add column activity_en text,
    add column activity_levels text[],
    add column activity_urusan text[],
    -- null in both: the indicator continues none
    add column equivalent_version integer,
    add column equivalent_code text,
    -- 253 units fit into a byte of a packed answer
    add constraint indicator_maximum_fits_an_answer check (maximum between 1 and 253),
    add constraint indicator_of_persons_has_no_score check (unit = 'family' or maximum = 1),
    add constraint suggestion_is_whole check (
        num_nulls(activity_id, activity_en, activity_levels, activity_urusan) in (0, 4)),
    add constraint suggestion_says_who_may_act check (
        activity_levels <@ array['national', 'province', 'kabupaten', 'village', 'business', 'other']),
    add constraint equivalent_is_whole check (num_nulls(equivalent_version, equivalent_code) in (0, 2)),
    add constraint equivalent_is_of_an_earlier_version check (equivalent_version < framework_version),
    add constraint equivalent_is_claimed_once
        unique (framework_code, framework_version, equivalent_version, equivalent_code);

-- What makes the values of two indicators comparable, for the reference below.
create unique index indicator_by_what_is_counted on selaras.framework_indicator
    (framework_code, framework_version, code, unit, direction, maximum);
alter table selaras.framework_indicator
    add constraint equivalent_counts_the_same
        foreign key (framework_code, equivalent_version, equivalent_code, unit, direction, maximum)
        references selaras.framework_indicator
            (framework_code, framework_version, code, unit, direction, maximum) on delete restrict;

comment on column selaras.framework_indicator.maximum is
    'The highest score of a family: 1 for yes or no, otherwise a score s is s good of so many eligible units.';
comment on column selaras.framework_indicator.activity_id is 'What could be done where it is weak, in Indonesian.';
comment on column selaras.framework_indicator.activity_en is 'The same in English.';
comment on column selaras.framework_indicator.activity_levels is
    'Who may do it: levels of government, business, or others; empty where the framework leaves it open.';
comment on column selaras.framework_indicator.activity_urusan is
    'Codes of the affairs of government whose offices have the duty.';
comment on column selaras.framework_indicator.equivalent_version is
    'The earlier version of the same framework whose indicator asks the same.';
comment on column selaras.framework_indicator.equivalent_code is
    'The code of that indicator there; unit, direction and maximum are the same.';
