-- Who may come in, and as what.

create table login (
    id            uuid        not null default uuidv7(),
    name          text        not null,
    password_hash text        not null,
    created_at    timestamptz not null default now(),
    disabled_at   timestamptz,
    constraint login_pk primary key (id),
    constraint login_name_once unique (name),
    constraint login_name_is_lower_case check (name = lower(name) and length(name) between 1 and 200)
);
comment on table login is 'A person''s way in, for all organizations at once: name and password hash (Argon2id)';

create table membership (
    organization_id uuid        not null,
    login_id        uuid        not null,
    role            text        not null,
    display_name    text        not null,
    created_at      timestamptz not null default now(),
    ended_at        timestamptz,
    constraint membership_pk primary key (organization_id, login_id),
    constraint membership_login foreign key (login_id) references login (id),
    constraint membership_organization foreign key (organization_id) references organization (id),
    constraint membership_role_known check (role in
        ('coordinator', 'supervisor', 'biller', 'clinician', 'administrator', 'privacy-officer')),
    constraint membership_display_name_given check (length(trim(display_name)) between 1 and 200)
);
comment on table membership is 'What a login is in one organization';
create index membership_by_login on membership (login_id);
alter table membership enable row level security;
alter table membership force row level security;
create policy own_organization on membership
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
create policy reader on membership for select to liaison_reader using (true);

-- At log-in no organization is known yet; this is the one question that is asked without it. It
-- tells only what the login itself holds.
create function memberships_of(login uuid)
    returns table (organization_id uuid, organization_name text, role text, display_name text)
    language sql stable security definer
    set search_path = pg_catalog, public
as $$
    select m.organization_id, o.name, m.role, m.display_name
    from membership m
    join organization o on o.id = m.organization_id
    where m.login_id = login
        and m.ended_at is null
    order by o.name
$$;
grant select on membership, organization to liaison_reader;
revoke execute on function memberships_of(uuid) from public;
grant execute on function memberships_of(uuid) to liaison_app;
grant create on schema public to liaison_reader;
alter function memberships_of(uuid) owner to liaison_reader;
revoke create on schema public from liaison_reader;

create table login_session (
    token_hash      bytea       not null,
    id              uuid        not null,
    login_id        uuid        not null,
    organization_id uuid,       -- null until one of several is chosen
    role            text,
    location_id     uuid,       -- the place this desk looks at
    address         text,
    created_at      timestamptz not null,
    seen_at         timestamptz not null,
    expires_at      timestamptz not null,
    ended_at        timestamptz,
    constraint login_session_pk primary key (token_hash),
    constraint login_session_id_once unique (id),
    constraint login_session_login foreign key (login_id) references login (id)
);
comment on table login_session is 'Who is logged in where; only the hash of the token is kept';
create index login_session_by_login on login_session (login_id);

-- What a person has begun to type into a form, kept until it is saved or discarded.
create table draft (
    organization_id uuid        not null,
    login_id        uuid        not null,
    form            text        not null,
    content         jsonb       not null,
    updated_at      timestamptz not null default now(),
    constraint draft_pk primary key (organization_id, login_id, form),
    constraint draft_is_small check (pg_column_size(content) < 65536)
);
comment on table draft is 'Unsaved work of one person in one form';
alter table draft enable row level security;
alter table draft force row level security;
create policy own_organization on draft
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);
