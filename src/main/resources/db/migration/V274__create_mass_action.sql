-- What is done to many customers at a time, by the job that does it.
create table mass_action (
    job_id bigint not null constraint mass_action_pk primary key
        constraint mass_action_job_id_fk references job (id) on delete cascade,
    name text collate "C" not null,
    params jsonb not null,
    -- What was asked for until the customers are known; null when they were named.
    criteria jsonb,
    -- The job whose doing this one takes back.
    undo_of bigint constraint mass_action_undo_of_fk references mass_action (job_id) on delete cascade,
    constraint mass_action_undo_of_uq unique (undo_of)
);

-- Whom it is done to, and what it was like before where it was changed and can be taken back.
create table mass_action_item (
    job_id bigint not null constraint mass_action_item_job_id_fk references mass_action (job_id) on delete cascade,
    customer_id bigint not null constraint mass_action_item_customer_id_fk references customer (id) on delete cascade,
    before jsonb,
    constraint mass_action_item_pk primary key (job_id, customer_id)
);
create index mass_action_item_customer_id_ix on mass_action_item (customer_id);
