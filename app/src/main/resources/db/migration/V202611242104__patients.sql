-- Patients, and the leakproof forms by which they are found.

create table patient (
    organization_id uuid        not null,
    id              uuid        not null,
    mrn             text collate "C" not null,
    family          text        not null,
    given           text        not null,   -- all given names, in order
    suffix          text,
    preferred_name  text,
    native_name     text,                   -- the whole name in the person's own script
    birth_date      date,                   -- null only when a source did not tell it
    sex             text        not null,   -- FHIR administrative gender
    language        text,                   -- BCP 47
    line            text,
    unit            text,
    city            text,
    state           text,
    postal_code     text,
    country         text,
    deceased        boolean     not null default false,
    deceased_at     timestamptz,
    source          text,                   -- the system it was imported from
    source_id       text,
    source_digest   bytea,                  -- of the resource as read last, to tell unchanged from newer
    request_id      uuid,                   -- of the form that registered it: twice sent is once saved
    version         int         not null default 1,
    created_at      timestamptz not null default now(),
    created_by      uuid        not null,
    updated_at      timestamptz not null default now(),
    updated_by      uuid,                   -- null while nobody has changed it
    constraint patient_pk primary key (organization_id, id),
    constraint patient_mrn_once unique (organization_id, mrn),
    constraint patient_source_once unique (organization_id, source, source_id),
    constraint patient_registered_once unique (organization_id, request_id),
    constraint patient_sex_known check (sex in ('male', 'female', 'other', 'unknown')),
    constraint patient_has_a_name check (length(trim(family || given)) > 0),
    constraint patient_name_fits check (length(family) <= 400 and length(given) <= 400),
    constraint patient_organization foreign key (organization_id) references organization (id)
);
comment on table patient is 'A person the facility looks after (FHIR Patient)';
create index patient_by_birth_date on patient (organization_id, birth_date);
create index patient_by_name on patient (organization_id, family, given);

create table patient_telecom (
    organization_id uuid not null,
    patient_id      uuid not null,
    position        int  not null,
    system          text not null,
    use             text,
    value           text not null,          -- as written when it could not be read
    digits          text collate "C",       -- national digits of a phone, by which it is found
    local_digits    text collate "C" generated always as (right(digits, 7)) stored,
    constraint patient_telecom_pk primary key (organization_id, patient_id, position),
    constraint patient_telecom_patient foreign key (organization_id, patient_id)
        references patient (organization_id, id),
    constraint patient_telecom_system_known check (system in ('phone', 'email', 'fax', 'other'))
);
comment on table patient_telecom is 'How to reach a patient (FHIR ContactPoint)';
create index patient_telecom_by_digits on patient_telecom (organization_id, digits);
create index patient_telecom_by_local_digits on patient_telecom (organization_id, local_digits);

-- Each word of a name without accents and case. A prefix is a stretch of this index, and comparing
-- is leakproof, so that it keeps its index under a row policy.
create table patient_word (
    organization_id uuid not null,
    word            text collate "C" not null,
    patient_id      uuid not null,
    constraint patient_word_pk primary key (organization_id, word, patient_id),
    constraint patient_word_patient foreign key (organization_id, patient_id)
        references patient (organization_id, id)
);
comment on table patient_word is 'The words by which a patient is found';
create index patient_word_by_patient on patient_word (organization_id, patient_id);

alter table patient enable row level security;
alter table patient force row level security;
create policy own_organization on patient
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table patient_telecom enable row level security;
alter table patient_telecom force row level security;
create policy own_organization on patient_telecom
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
alter table patient_word enable row level security;
alter table patient_word force row level security;
create policy own_organization on patient_word
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
