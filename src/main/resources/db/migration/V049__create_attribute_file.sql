-- Files that are values of attributes. customer_id is null until the customer the file is for has been written; content is
-- null where files are kept in a folder. Those of a deleted attribute are removed in parts, so that nobody waits for it:
-- attribute_id refers to no row then, and is never given again.
create table attribute_file (
    path text collate "C" constraint attribute_file_pk primary key,
    attribute_id integer not null,
    customer_id bigint constraint attribute_file_customer_id_fk references customer (id) on delete cascade,
    address_id bigint constraint attribute_file_address_id_fk references customer_address (id) on delete cascade,
    name text not null,
    media_type text not null,
    content bytea,
    created_at timestamptz not null
);
create index attribute_file_customer_id_ix on attribute_file (customer_id, attribute_id);
create index attribute_file_address_id_ix on attribute_file (address_id) where address_id is not null;
create index attribute_file_attribute_id_ix on attribute_file (attribute_id);
create index attribute_file_created_at_ix on attribute_file (created_at) where customer_id is null;
