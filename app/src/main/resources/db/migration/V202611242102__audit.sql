-- Who saw and did what. The app may add rows, never change or remove one.

create table audit_event (
    organization_id uuid        not null,
    id              uuid        not null,
    recorded_at     timestamptz not null default clock_timestamp(),
    login_id        uuid        not null,  -- all zeros: the product itself
    session_id      uuid,
    role            text,
    action          text        not null,
    entity          text        not null,
    entity_id       uuid,
    detail          jsonb       not null default '{}',
    written_by      xid8        not null default pg_current_xact_id(),
    constraint audit_event_pk primary key (organization_id, id),
    constraint audit_event_action_known check (action in
        ('create', 'read', 'update', 'delete', 'search', 'print', 'export', 'login', 'logout', 'refused'))
);
comment on table audit_event is 'One row a page, drawer, print, export, answered search or change; append-only';
create index audit_event_by_transaction on audit_event (organization_id, written_by);
create index audit_event_by_time on audit_event (organization_id, recorded_at);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy own_organization on audit_event
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);

create table audit_event_patient (
    organization_id uuid not null,
    patient_id      uuid not null,
    audit_event_id  uuid not null,
    constraint audit_event_patient_pk primary key (organization_id, patient_id, audit_event_id),
    constraint audit_event_patient_event foreign key (organization_id, audit_event_id)
        references audit_event (organization_id, id)
);
comment on table audit_event_patient is 'The patients that an audited page showed or an act concerned';
create index audit_event_patient_by_event on audit_event_patient (organization_id, audit_event_id);
alter table audit_event_patient enable row level security;
alter table audit_event_patient force row level security;
create policy own_organization on audit_event_patient
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);

-- A block seals the rows of the transactions from_transaction ≤ t < below_transaction. Rows name
-- their transaction themselves, so sealing never changes one.
create table audit_block (
    organization_id   uuid        not null,
    number            bigint      not null,
    from_transaction  xid8        not null,
    below_transaction xid8        not null,
    events            int         not null,
    previous_head     bytea       not null,
    head              bytea       not null,
    sealed_at         timestamptz not null,
    constraint audit_block_pk primary key (organization_id, number),
    constraint audit_block_follows_once unique (organization_id, from_transaction),
    constraint audit_block_goes_forward check (from_transaction < below_transaction)
);
comment on table audit_block is 'Sealed stretches of the audit, each head chained to the one before';
alter table audit_block enable row level security;
alter table audit_block force row level security;
create policy own_organization on audit_block
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);

revoke update, delete, truncate on audit_event, audit_event_patient, audit_block from liaison_app;
