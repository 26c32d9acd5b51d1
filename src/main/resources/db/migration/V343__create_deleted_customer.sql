-- Whose accounts were deleted and not erased. What the audit log says of them can be read until they ask for it to be forgotten, and
-- then somebody has to know which accounts were theirs: by a hash of the address (as in person_key), which goes with what it is for.
create table deleted_customer (
    id bigint not null,
    person text collate "C" not null,
    website_id integer not null,
    created_at timestamptz,
    deleted_at timestamptz not null,
    constraint deleted_customer_pk primary key (id, person)
);
create index deleted_customer_person_ix on deleted_customer (person);
create index deleted_customer_deleted_at_ix on deleted_customer (deleted_at);
