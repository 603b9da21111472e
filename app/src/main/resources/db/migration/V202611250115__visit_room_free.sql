-- A room holds one patient: the desk asks first, and this answers where a way was forgotten.
--
-- Who was left in a room overnight holds it no more, which no key can know, since it depends on when
-- one looks. So the referee knows less than the desk, which looks back sixteen hours: that no two come
-- to one room within eight. Hours are added to UTC's wall time, because a stored expression may not
-- depend on a session's time zone.

-- Where two stand in one room by the old way of taking back, the later one stays. The owner sees no
-- organization's rows, so the wall is open to it for this statement.
alter table visit no force row level security;
update visit
set room_id = null
where stage in ('roomed', 'with-clinician')
    and exists (
        select 1
        from visit later
        where later.organization_id = visit.organization_id
            and later.room_id = visit.room_id
            and later.stage in ('roomed', 'with-clinician')
            and (later.stage_since, later.id) > (visit.stage_since, visit.id));
alter table visit force row level security;

alter table visit add constraint visit_room_free exclude using gist (
    organization_id with =,
    room_id with =,
    tstzrange(stage_since, (stage_since at time zone 'UTC' + interval '8 hours') at time zone 'UTC') with &&)
    where (stage in ('roomed', 'with-clinician'));
