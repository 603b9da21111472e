-- The calendar. Double booking is made impossible by the temporal keys below, not by code.

create table appointment (
    organization_id     uuid        not null,
    id                  uuid        not null,
    patient_id          uuid        not null,
    appointment_type_id uuid        not null,
    location_id         uuid        not null,
    practitioner_id     uuid,                  -- the one the patient comes to see; null: a device only
    during              tstzrange   not null,  -- what the patient is told
    starts_at           timestamptz not null generated always as (lower(during)) stored,
    ends_at             timestamptz not null generated always as (upper(during)) stored,
    told_local          timestamp   not null,  -- the wall time the patient was told
    told_zone           text        not null,
    status              text        not null,
    reason              text,                  -- why the patient comes, in words
    note                text,                  -- to the desk
    asked_by            text        not null default 'patient',
    asked_through       text        not null default 'phone',
    referred_by         text,                  -- referring practitioner, as told
    exception           text,                  -- why it was booked in the past, where it was
    confirmed_at        timestamptz,
    confirmed_by        text,
    confirmed_through   text,
    cancelled_at        timestamptz,
    cancel_reason       text,
    request_id          uuid,                  -- of the form that booked it: twice sent is once booked
    version             int         not null default 1,
    created_at          timestamptz not null default now(),
    created_by          uuid        not null,
    updated_at          timestamptz not null default now(),
    constraint appointment_pk primary key (organization_id, id),
    constraint appointment_requested_once unique (organization_id, request_id),
    constraint appointment_patient foreign key (organization_id, patient_id)
        references patient (organization_id, id),
    constraint appointment_type_known foreign key (organization_id, appointment_type_id)
        references appointment_type (organization_id, id),
    constraint appointment_location foreign key (organization_id, location_id)
        references location (organization_id, id),
    constraint appointment_practitioner foreign key (organization_id, practitioner_id)
        references practitioner (organization_id, id),
    constraint appointment_lasts check (not isempty(during) and lower_inc(during) and not upper_inc(during)
        and not lower_inf(during) and not upper_inf(during)),
    constraint appointment_status_known check (status in
        ('proposed', 'held', 'booked', 'cancelled', 'noshow', 'fulfilled', 'entered-in-error')),
    constraint appointment_asked_by_known check (asked_by in ('patient', 'proxy', 'clinician', 'facility')),
    constraint appointment_asked_through_known check (asked_through in
        ('phone', 'desk', 'online', 'referral', 'walk-in', 'check-out'))
);
comment on table appointment is 'The promise to a patient (FHIR Appointment), and why it was made';
create index appointment_by_start on appointment (organization_id, location_id, starts_at);
create index appointment_by_patient on appointment (organization_id, patient_id, starts_at);
create index appointment_by_type on appointment (organization_id, appointment_type_id);
create index appointment_by_practitioner on appointment (organization_id, practitioner_id, starts_at);

create table booking (
    organization_id uuid        not null,
    resource_id     uuid        not null,
    lane            smallint    not null default 0,
    during          tstzrange   not null,  -- this resource's own busy time, set-up and clean-up included
    starts_at       timestamptz not null generated always as (lower(during)) stored,
    ends_at         timestamptz not null generated always as (upper(during)) stored,
    appointment_id  uuid        not null,
    constraint booking_resource_free primary key (organization_id, resource_id, lane, during without overlaps),
    constraint booking_appointment foreign key (organization_id, appointment_id)
        references appointment (organization_id, id),
    constraint booking_resource foreign key (organization_id, resource_id)
        references resource (organization_id, id),
    constraint booking_lasts check (not isempty(during) and not lower_inf(during) and not upper_inf(during))
);
comment on table booking is 'A claim on a resource''s time; two never overlap in one lane';
create index booking_by_start on booking (organization_id, resource_id, starts_at);
create index booking_by_appointment on booking (organization_id, appointment_id);

create table patient_time (
    organization_id uuid        not null,
    patient_id      uuid        not null,
    lane            smallint    not null default 0,
    during          tstzrange   not null,
    starts_at       timestamptz not null generated always as (lower(during)) stored,
    ends_at         timestamptz not null generated always as (upper(during)) stored,
    appointment_id  uuid        not null,
    constraint patient_time_free primary key (organization_id, patient_id, lane, during without overlaps),
    constraint patient_time_appointment foreign key (organization_id, appointment_id)
        references appointment (organization_id, id),
    constraint patient_time_patient foreign key (organization_id, patient_id)
        references patient (organization_id, id),
    constraint patient_time_lasts check (not isempty(during) and not lower_inf(during) and not upper_inf(during))
);
comment on table patient_time is 'A claim on the patient''s own time: nobody is expected in two places at once';
create index patient_time_by_appointment on patient_time (organization_id, appointment_id);

alter table appointment enable row level security;
alter table appointment force row level security;
create policy own_organization on appointment
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table booking enable row level security;
alter table booking force row level security;
create policy own_organization on booking
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table patient_time enable row level security;
alter table patient_time force row level security;
create policy own_organization on patient_time
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
