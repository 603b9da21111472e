-- A search path that does not name pg_temp searches it first for tables: a function that runs with
-- the reader's rights would read a table of that name which its caller made for a moment. Only the
-- owner may alter, so this is said as the reader.
set local role liaison_reader;
alter function memberships_of(uuid) set search_path = pg_catalog, public, pg_temp;
alter function organizations_to_seal() set search_path = pg_catalog, public, pg_temp;
reset role;
