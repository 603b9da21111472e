-- The visit: what happens from the front door to check-out (FHIR Encounter).

create table visit (
    organization_id uuid        not null,
    id              uuid        not null,
    number          bigint      not null,
    appointment_id  uuid,                  -- null for a visit of another system
    patient_id      uuid        not null,
    location_id     uuid,                  -- null where a source did not tell it
    practitioner_id uuid,
    stage           text        not null,
    stage_since     timestamptz not null,
    room_id         uuid,
    class           text        not null default 'AMB',  -- FHIR Encounter.class (v3 ActCode)
    type            text,                  -- what it was for, in words
    arrived_at      timestamptz not null,
    finished_at     timestamptz,
    follow_up       text,                  -- what the clinician asks for: 4 weeks, same doctor
    source          text,
    source_id       text,
    source_digest   bytea,
    version         int         not null default 1,
    constraint visit_pk primary key (organization_id, id),
    constraint visit_number_once unique (organization_id, number),
    constraint visit_of_an_appointment_once unique (organization_id, appointment_id),
    constraint visit_source_once unique (organization_id, source, source_id),
    constraint visit_appointment foreign key (organization_id, appointment_id)
        references appointment (organization_id, id),
    constraint visit_patient foreign key (organization_id, patient_id)
        references patient (organization_id, id),
    constraint visit_location foreign key (organization_id, location_id)
        references location (organization_id, id),
    constraint visit_practitioner foreign key (organization_id, practitioner_id)
        references practitioner (organization_id, id),
    constraint visit_room foreign key (organization_id, room_id)
        references resource (organization_id, id),
    constraint visit_stage_known check (stage in
        ('arrived', 'checked-in', 'roomed', 'with-clinician', 'leaving', 'finished', 'left-without-being-seen'))
);
comment on table visit is 'A patient''s presence (FHIR Encounter), with its own number';
create index visit_by_patient on visit (organization_id, patient_id, arrived_at);
create index visit_by_location on visit (organization_id, location_id, arrived_at);
create index visit_by_practitioner on visit (organization_id, practitioner_id);
create index visit_by_room on visit (organization_id, room_id);

create table visit_stage (
    organization_id uuid        not null,
    visit_id        uuid        not null,
    number          int         not null,
    stage           text        not null,
    at              timestamptz not null,
    login_id        uuid        not null,
    why             text,
    constraint visit_stage_pk primary key (organization_id, visit_id, number),
    constraint visit_stage_visit foreign key (organization_id, visit_id)
        references visit (organization_id, id),
    constraint visit_stage_known check (stage in
        ('arrived', 'checked-in', 'roomed', 'with-clinician', 'leaving', 'finished', 'left-without-being-seen'))
);
comment on table visit_stage is 'Each stage a visit went through or was taken back to: when, by whom, why';

alter table visit enable row level security;
alter table visit force row level security;
create policy own_organization on visit
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table visit_stage enable row level security;
alter table visit_stage force row level security;
create policy own_organization on visit_stage
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
