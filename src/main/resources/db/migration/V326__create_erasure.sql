-- Which erasures this database has seen, by the ids that a ledger outside of it knows them by: one that was restored from a backup
-- lacks those that came after it.
create table erasure (
    id uuid not null constraint erasure_pk primary key,
    erased_at timestamptz not null
);
