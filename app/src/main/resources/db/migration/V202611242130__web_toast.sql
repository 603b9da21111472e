-- What a session was told it did, with the way back: shown once as a toast, then in its list "Recent".
create table toast (
    organization_id uuid        not null,
    id              uuid        not null,
    session_id      uuid        not null,
    icon            text        not null,
    text            text        not null,
    undo            text,       -- an address that takes a POST
    said_at         timestamptz not null,
    shown_at        timestamptz,
    constraint toast_pk primary key (organization_id, id),
    constraint toast_is_short check (length(text) between 1 and 500)
);
comment on table toast is 'What a session was told it did, with the way back';
create index toast_by_time on toast (organization_id, said_at);
create index toast_by_session on toast (organization_id, session_id, said_at);
alter table toast enable row level security;
alter table toast force row level security;
create policy own_organization on toast
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
