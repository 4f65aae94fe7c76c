-- The roles of the service. They belong to the cluster, not to one database, so making them is idempotent.
--
--   selaras_owner    owns the schema; only migrations and the import of configuration become it
--   selaras_login    what the server logs in as; owns nothing, inherits nothing, can only become one of the others
--   selaras_reader   what every signed-in caller may read; never become, only inherited
--   selaras_public   what a request without a token becomes; reads what is open, and inherits nothing
--   the other six    what a request becomes for the length of its transaction
do $$
declare
    wanted text;
begin
    foreach wanted in array array[
        'selaras_owner', 'selaras_reader', 'selaras_coordinator', 'selaras_lead', 'selaras_agency',
        'selaras_village', 'selaras_viewer', 'selaras_province', 'selaras_public'
    ] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin', wanted);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'selaras_login') then
        create role selaras_login login noinherit;
    end if;
end
$$;

grant selaras_reader to
    selaras_coordinator, selaras_lead, selaras_agency, selaras_village, selaras_viewer, selaras_province;
grant selaras_coordinator, selaras_lead, selaras_agency, selaras_village, selaras_viewer, selaras_province,
    selaras_public to selaras_login;
-- Whoever migrates also loads demonstrations, as the service would.
grant selaras_owner, selaras_login to current_user;

-- The service finds its tables however it connects. Unless it is named, pg_temp comes first: a temporary table called
-- `lokus`, left behind in a pooled connection, would then be read by every later request of that connection.
alter role selaras_login set search_path = selaras, pg_temp;

-- Its statements are short: compiling them costs more than it saves. And its data lie in memory or on a solid-state
-- disk: with the price of a turning one, the planner shuns the few pages of one round for thousands of rows nearby.
alter role selaras_login set jit = off;
alter role selaras_login set random_page_cost = 1.1;
