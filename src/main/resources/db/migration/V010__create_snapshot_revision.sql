-- One row for each part of the database that the instances hold in memory; it moves with every change of that part.
create table snapshot_revision (
    name text constraint snapshot_revision_pk primary key,
    revision bigint not null
);
