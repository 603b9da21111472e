-- The sealing job must learn which organizations have rows that no block holds yet, before it acts
-- for one of them. It is told identifiers and nothing else.
create policy reader on audit_event for select to liaison_reader using (true);
create policy reader on audit_block for select to liaison_reader using (true);
grant select on audit_event, audit_block to liaison_reader;

-- One probe of two indexes for each organization.
create function organizations_to_seal()
    returns table (organization_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, public
as $$
    select o.id
    from organization o
    where exists (
        select 1
        from audit_event e
        where e.organization_id = o.id
            and e.written_by >= coalesce(
                (select b.below_transaction
                 from audit_block b
                 where b.organization_id = o.id
                 order by b.number desc
                 limit 1),
                '0'::xid8)
            and e.written_by < pg_snapshot_xmin(pg_current_snapshot()))
$$;
grant create on schema public to liaison_reader;
alter function organizations_to_seal() owner to liaison_reader;
revoke create on schema public from liaison_reader;
revoke execute on function organizations_to_seal() from public;
grant execute on function organizations_to_seal() to liaison_app;
