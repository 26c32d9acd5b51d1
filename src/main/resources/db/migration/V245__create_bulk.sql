-- Requests that are carried out later, and their operations, which wait here for any instance to take them.
create table bulk (
    id bigint generated always as identity constraint bulk_pk primary key,
    uuid uuid not null constraint bulk_uuid_uq unique,
    -- What each of them does, as the OpenAPI document names it, and as the contract does.
    operation text not null,
    topic text not null,
    service text not null,
    -- Who sent it; the numbers are the contract's.
    caller_type smallint not null,
    caller_id bigint not null,    -- What is sealed here is sealed with this, which is sealed with the deployment's key; gone once all operations have ended.
    key bytea,
    -- Rights, address, store view and condition of the request, sealed; gone as the key is.
    sender bytea,
    accepted_at timestamptz not null,
    operation_count integer not null,
    finished_at timestamptz,
    constraint bulk_caller_type_ck check (caller_type between 1 and 4),
    constraint bulk_operation_count_ck check (operation_count > 0)
);
create index bulk_finished_at_ix on bulk (finished_at);
create index bulk_id_ix on bulk (id) where finished_at is null;
create index bulk_caller_type_ix on bulk (caller_type, caller_id);

create table bulk_operation (
    bulk_id bigint not null,
    number integer not null,
    -- 1 complete, 2 failed and worth another try, 3 failed for good, 4 open, 5 rejected: the contract's numbers.
    status smallint not null,
    -- The parameters, sealed: they may hold passwords. Gone once the operation has ended.
    body bytea,
    -- When it may be tried; null once it has ended.
    due_at timestamptz,
    tries smallint not null default 0,
    finished_at timestamptz,
    message text,
    error_code integer,
    -- The answer; sealed with the key of the person it is about, if there is one.
    answer bytea,
    answer_person text,
    constraint bulk_operation_pk primary key (bulk_id, number),
    constraint bulk_operation_bulk_id_fk foreign key (bulk_id) references bulk (id) on delete cascade,
    constraint bulk_operation_status_ck check (status between 1 and 5),
    constraint bulk_operation_due_at_ck check (due_at is null or body is not null)
);
-- The first of each request come before the second of any, so that a long one keeps nobody waiting.
create index bulk_operation_due_at_ix on bulk_operation (number, bulk_id) where due_at is not null;
