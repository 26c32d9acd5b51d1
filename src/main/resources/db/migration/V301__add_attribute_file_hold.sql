-- A file that nobody owns for now: held_for is the customer whose value it was and may be again, until held_until.
alter table attribute_file
    add column held_for bigint,
    add column held_until timestamptz;
create index attribute_file_held_for_ix on attribute_file (held_for) where held_for is not null;
