-- Jobs that any instance goes on with, part by part. position is the work's own: how far it has come.
-- due_at says when an instance may take the job up; it is null once the job has ended, and for work that is not done by parts.
alter table job
    add column position text not null default '',
    add column failed bigint not null default 0,
    -- Whose request it was: rights, address and client, as the work is done in its name. Gone once the job has ended.
    add column accepted jsonb,
    add column due_at timestamptz,
    add column holder uuid,
    add column tries smallint not null default 0,
    add column is_cancelled boolean not null default false;
alter table job drop constraint job_status_ck;
alter table job add constraint job_status_ck check (status in ('waiting', 'running', 'done', 'failed', 'cancelled'));
create index job_due_at_ix on job (due_at) where due_at is not null;
create index job_starter_id_ix on job (starter_id);

-- What a job could not do, one row for each thing it had to pass over.
create table job_error (
    job_id bigint not null constraint job_error_job_id_fk references job (id) on delete cascade,
    -- The first of a job is 1.
    place integer not null,
    -- The line of a file, or the id of the thing.
    number bigint not null,
    field text,
    message text not null,
    parameters jsonb,
    constraint job_error_pk primary key (job_id, place)
);
