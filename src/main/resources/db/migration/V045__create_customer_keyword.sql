-- What the keyword search looks into: one text for each customer. The service writes it with the customer, and anew for
-- all when other attributes are to be looked into; the one row of the state says how far it came, null when it is done.
create table customer_keyword (
    customer_id bigint constraint customer_keyword_pk primary key
        constraint customer_keyword_customer_id_fk references customer (id) on delete cascade,
    text text not null
);
create index customer_keyword_text_ix on customer_keyword using gin (text_parts(text)) with (fastupdate = off);

create table customer_keyword_state (
    is_only boolean default true constraint customer_keyword_state_pk primary key
        constraint customer_keyword_state_is_only_ck check (is_only),
    searched text not null,
    done_through bigint
);
