-- Places, people, rooms and devices; what can be booked and when they work.
-- `key` is the name a row has in the facility file, so that the same file read twice changes nothing.

create table location (
    organization_id uuid not null,
    id              uuid not null,
    key             text not null,
    name            text not null,
    zone            text not null,
    line            text,
    city            text,
    state           text,
    postal_code     text,
    phone           text,
    position        int  not null default 0,
    constraint location_pk primary key (organization_id, id),
    constraint location_key_once unique (organization_id, key),
    constraint location_organization foreign key (organization_id) references organization (id)
);
comment on table location is 'A place where patients are seen, with the time zone that its clocks show';

create table resource (
    organization_id uuid not null,
    id              uuid not null,
    key             text not null,
    category        text not null,
    kind            text not null,  -- what an appointment type asks for: physician, mri-scanner, exam-room
    name            text not null,
    location_id     uuid,           -- null for people, who may work in several places
    position        int  not null default 0,
    constraint resource_pk primary key (organization_id, id),
    constraint resource_key_once unique (organization_id, key),
    constraint resource_location foreign key (organization_id, location_id)
        references location (organization_id, id),
    constraint resource_category_known check (category in ('practitioner', 'room', 'device')),
    constraint resource_stands_somewhere check (category = 'practitioner' or location_id is not null)
);
comment on table resource is 'Whatever an appointment can claim the time of: a practitioner, a room, a device';
create index resource_by_location on resource (organization_id, location_id);
create index resource_by_kind on resource (organization_id, kind);

create table practitioner (
    organization_id uuid not null,
    id              uuid not null,
    npi             text,
    family          text not null,
    given           text not null,
    prefix          text,           -- Dr.
    credential      text,           -- MD, NP
    specialty       text,
    constraint practitioner_pk primary key (organization_id, id),
    constraint practitioner_npi_once unique (organization_id, npi),
    constraint practitioner_npi_has_ten_digits check (npi ~ '^[12][0-9]{9}$'),
    constraint practitioner_resource foreign key (organization_id, id)
        references resource (organization_id, id)
);
comment on table practitioner is 'What is known of a resource that is a person';

create table appointment_type (
    organization_id uuid not null,
    id              uuid not null,
    key             text not null,
    name            text not null,
    code            text not null,  -- what 20 columns have room for: FU, NEW
    family          text not null,  -- colour and bar pattern on the grid
    minutes         int  not null,
    instructions    text,
    position        int  not null default 0,
    constraint appointment_type_pk primary key (organization_id, id),
    constraint appointment_type_key_once unique (organization_id, key),
    constraint appointment_type_code_once unique (organization_id, code),
    constraint appointment_type_lasts check (minutes between 5 and 720),
    constraint appointment_type_family_known check (family in
        ('teal', 'blue', 'iris', 'plum', 'rust', 'olive', 'green', 'slate'))
);
comment on table appointment_type is 'A sort of visit: how long the patient stays and what it takes';

create table appointment_type_need (
    organization_id     uuid not null,
    appointment_type_id uuid not null,
    position            int  not null,
    resource_kind       text not null,
    offset_minutes      int  not null default 0,  -- from the patient's start; negative is set-up
    busy_minutes        int  not null,            -- its own busy time, set-up and clean-up included
    constraint appointment_type_need_pk primary key (organization_id, appointment_type_id, position),
    constraint appointment_type_need_type foreign key (organization_id, appointment_type_id)
        references appointment_type (organization_id, id) on delete cascade,
    constraint appointment_type_need_lasts check (busy_minutes between 5 and 1440)
);
comment on table appointment_type_need is 'One kind of resource that a type claims, and for how long';

create table weekly_session (
    organization_id uuid     not null,
    id              uuid     not null,
    resource_id     uuid     not null,
    location_id     uuid     not null,
    day_of_week     smallint not null,  -- ISO: 1 is Monday
    starts          time     not null,  -- wall time of the location
    ends            time     not null,
    valid_from      date     not null,
    valid_until     date     not null,  -- last day it holds
    then_name       text,               -- what the time after it is called: Lunch, Staff meeting
    constraint weekly_session_pk primary key (organization_id, id),
    constraint weekly_session_resource foreign key (organization_id, resource_id)
        references resource (organization_id, id),
    constraint weekly_session_location foreign key (organization_id, location_id)
        references location (organization_id, id),
    constraint weekly_session_day check (day_of_week between 1 and 7),
    constraint weekly_session_lasts check (starts < ends),
    constraint weekly_session_holds check (valid_from <= valid_until)
);
comment on table weekly_session is 'When a resource can be booked, week by week, in the wall time of the place';
create index weekly_session_by_resource on weekly_session (organization_id, resource_id, day_of_week);
create index weekly_session_by_location on weekly_session (organization_id, location_id);

-- The types a session takes; a session without a row here takes every type.
create table weekly_session_type (
    organization_id     uuid not null,
    weekly_session_id   uuid not null,
    appointment_type_id uuid not null,
    constraint weekly_session_type_pk primary key (organization_id, weekly_session_id, appointment_type_id),
    constraint weekly_session_type_session foreign key (organization_id, weekly_session_id)
        references weekly_session (organization_id, id) on delete cascade,
    constraint weekly_session_type_type foreign key (organization_id, appointment_type_id)
        references appointment_type (organization_id, id)
);
comment on table weekly_session_type is 'Which types a session takes; none listed: all';
create index weekly_session_type_by_type on weekly_session_type (organization_id, appointment_type_id);

alter table location enable row level security;
alter table location force row level security;
create policy own_organization on location
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table resource enable row level security;
alter table resource force row level security;
create policy own_organization on resource
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table practitioner enable row level security;
alter table practitioner force row level security;
create policy own_organization on practitioner
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table appointment_type enable row level security;
alter table appointment_type force row level security;
create policy own_organization on appointment_type
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table appointment_type_need enable row level security;
alter table appointment_type_need force row level security;
create policy own_organization on appointment_type_need
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table weekly_session enable row level security;
alter table weekly_session force row level security;
create policy own_organization on weekly_session
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table weekly_session_type enable row level security;
alter table weekly_session_type force row level security;
create policy own_organization on weekly_session_type
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
