-- What an import could not read: kept with its reason until it is read, or a later import reads it.

create table import_parked (
    organization_id uuid        not null,
    id              uuid        not null,
    run_id          uuid        not null,  -- the import that parked it last
    file            text        not null,
    entry           text        not null,  -- line or entry of the file; empty: the file as a whole
    resource_type   text,
    resource_id     text,
    source          text        not null,  -- the system it comes from
    reason          text        not null,
    message         text        not null,  -- for people: what was found, and where
    content         text,                  -- as it came; null when too large, or no text
    parked_at       timestamptz not null,
    constraint import_parked_pk primary key (organization_id, id),
    constraint import_parked_place_once unique (organization_id, file, entry),
    constraint import_parked_reason_known check (reason in
        ('not-json', 'not-fhir', 'too-deep', 'too-large', 'unreadable', 'incomplete', 'patient-missing', 'refused')),
    constraint import_parked_organization foreign key (organization_id) references organization (id)
);
comment on table import_parked is 'Resources and files that an import could not read, with the reason';
create index import_parked_by_reason on import_parked (organization_id, reason, id);
alter table import_parked enable row level security;
alter table import_parked force row level security;
create policy own_organization on import_parked
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
