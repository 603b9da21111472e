-- Whom to name when a change meets another: "Sam Ortiz changed this visit 20 seconds ago".

alter table appointment add column updated_by uuid;
comment on column appointment.updated_by is 'Who changed it last; null: nobody since it was booked';
