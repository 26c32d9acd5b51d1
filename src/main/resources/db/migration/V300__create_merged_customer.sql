-- Ids of accounts that were merged into others, for whoever still has them. What facts may name such an account by besides
-- its id is kept with it: the address only as long as the merge can be undone, and only where its owner had shown to read
-- its mail.
create table merged_customer (
    id bigint constraint merged_customer_pk primary key,
    customer_id bigint not null constraint merged_customer_customer_id_fk references customer (id) on delete cascade,
    website_id integer not null,
    external_id text,
    email_key text collate "C",
    merged_at timestamptz not null
);
create index merged_customer_customer_id_ix on merged_customer (customer_id);
create index merged_customer_external_id_ix on merged_customer (external_id, website_id) where external_id is not null;
create index merged_customer_email_key_ix on merged_customer (email_key) where email_key is not null;
