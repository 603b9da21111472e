-- An arrival recorded by mistake is taken back; FHIR's word for such a visit is entered-in-error.
alter table visit drop constraint visit_stage_known;
alter table visit add constraint visit_stage_known check (stage in
    ('entered-in-error', 'arrived', 'checked-in', 'roomed', 'with-clinician', 'leaving', 'finished',
     'left-without-being-seen'));
alter table visit_stage drop constraint visit_stage_known;
alter table visit_stage add constraint visit_stage_known check (stage in
    ('entered-in-error', 'arrived', 'checked-in', 'roomed', 'with-clinician', 'leaving', 'finished',
     'left-without-being-seen'));

-- Which identifiers the patient gave, on the row that says who asked and when.
alter table visit_stage add column identifiers text[];
alter table visit_stage add constraint visit_stage_identified_by_two check (cardinality(identifiers) >= 2);

-- The latest time the patient was identified: a row on the board says where it is missing.
alter table visit add column identified_at timestamptz;

-- What was booked at check-out, so that taking the check-out back can free it again.
alter table visit add column follow_up_appointment_id uuid;
alter table visit add constraint visit_follow_up_appointment foreign key (organization_id, follow_up_appointment_id)
    references appointment (organization_id, id);
create index visit_by_follow_up_appointment on visit (organization_id, follow_up_appointment_id);
