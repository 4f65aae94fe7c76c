-- The roles of the service. They belong to the cluster, not to one database, so making them is idempotent.
--
--   selaras_owner    owns the schema; only migrations and the import of configuration become it
--   selaras_login    what the server logs in as; owns nothing, inherits nothing, can only become one of the others
--   selaras_reader   what every signed-in caller may read; never become, only inherited
--   selaras_public   what a request without a token becomes; reads what is open, and inherits nothing
--   selaras_account  what a request becomes that is about the person's own: sessions, tokens; inherits nothing
--   all others       what a request becomes for the length of its transaction
do $$
declare
    caller text;
begin
    foreach caller in array array['owner', 'reader', 'public', 'account'] loop
        if not exists (select from pg_roles where rolname = 'selaras_' || caller) then
            execute format('create role %I nologin', 'selaras_' || caller);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'selaras_login') then
        create role selaras_login login noinherit;
    end if;
    foreach caller in array array[
        'coordinator', 'lead', 'leadership', 'agency', 'reporter', 'village', 'subdistrict', 'viewer', 'auditor',
        'province', 'provincial_agency', 'administrator'
    ] loop
        if not exists (select from pg_roles where rolname = 'selaras_' || caller) then
            execute format('create role %I nologin', 'selaras_' || caller);
        end if;
        execute format('grant selaras_reader to %1$I; grant %1$I to selaras_login', 'selaras_' || caller);
    end loop;
    grant selaras_public, selaras_account to selaras_login;
end
$$;

-- Whoever migrates also loads demonstrations, as the service would.
grant selaras_owner, selaras_login to current_user;

-- The service finds its tables however it connects. Unless it is named, pg_temp comes first: a temporary table called
-- `lokus`, left behind in a pooled connection, would then be read by every later request of that connection.
alter role selaras_login set search_path = selaras, pg_temp;

-- Its statements are short: compiling them costs more than it saves. And its data lie in memory or on a solid-state
-- disk: with the price of a turning one, the planner shuns the few pages of one round for thousands of rows nearby.
alter role selaras_login set jit = off;
alter role selaras_login set random_page_cost = 1.1;
