-- Deleted attributes whose values are still to be cleared out of customers and addresses, and how far that came.
create table attribute_residue (
    attribute_id integer constraint attribute_residue_pk primary key,
    entity text not null constraint attribute_residue_entity_ck check (entity in ('customer', 'customer_address')),
    deleted_at timestamptz not null,
    done_through bigint not null default 0
);
