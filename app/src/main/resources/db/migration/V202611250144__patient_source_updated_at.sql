-- An older file imported after a newer one must not put the older version back.

alter table patient add column source_updated_at timestamptz;
comment on column patient.source_updated_at is
    'Of the newest version that its source told (FHIR meta.lastUpdated); null while it tells none';
