-- What every later migration leans on.

create extension if not exists btree_gist;

-- Names the organization of this transaction to row-level security. `set local` inside a function,
-- because it also reaches the workers of a distributed database, which set_config does not.
create function act_as(organization uuid) returns void
    language plpgsql
as $$
begin
    execute format('set local liaison.organization = %L', organization);
end
$$;

create function act_as_nobody() returns void
    language plpgsql
as $$
begin
    set local liaison.organization = '';
end
$$;

-- The directory of organizations: no policy, since a job must find whom to work for.
create table organization (
    id         uuid        not null default uuidv7(),
    name       text        not null,
    created_at timestamptz not null default now(),
    constraint organization_pk primary key (id),
    constraint organization_name_given check (length(trim(name)) between 1 and 200)
);
comment on table organization is 'Directory of organizations; the one table of the business without a row policy';

-- Numbers people read (record and visit numbers), counted for each organization and purpose.
create table counter (
    organization_id uuid   not null,
    purpose         text   not null,
    value           bigint not null,
    constraint counter_pk primary key (organization_id, purpose)
);
comment on table counter is 'The last number given out, for each organization and purpose';
alter table counter enable row level security;
alter table counter force row level security;
create policy own_organization on counter
    using (organization_id = nullif(current_setting('liaison.organization', true), '')::uuid);

-- Events that were published in a transaction and are not yet handled (Spring Modulith, schema v2,
-- led by the organization). No policy: the registry reads it outside of any organization.
create table event_publication (
    organization_id        uuid        not null
        default nullif(current_setting('liaison.organization', true), '')::uuid,
    id                     uuid        not null,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz,
    constraint event_publication_pk primary key (organization_id, id)
);
comment on table event_publication is 'Events published and not yet handled; kept by Spring Modulith';
create index event_publication_by_id on event_publication (id);
create index event_publication_by_completion on event_publication (completion_date);
create index event_publication_by_event on event_publication using hash (serialized_event);

-- Jobs of db-scheduler: identifiers only, no organization, written after commit.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'Jobs; kept by db-scheduler, identifiers only';
create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
