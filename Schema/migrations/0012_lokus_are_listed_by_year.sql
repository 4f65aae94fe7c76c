-- An index by which a list of lokus can begin at any row. An index on -year is not used for that: row-level security
-- lets only comparisons that reveal nothing go before it, and arithmetic is not known to be one.

drop index selaras.lokus_by_year;
create index lokus_by_year on selaras.lokus (kabupaten_code, year desc, desa_code);
