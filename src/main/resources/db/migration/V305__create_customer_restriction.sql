-- Customers whose data is kept and not used: at their wish, or until a question about it is settled.
create table customer_restriction (
    customer_id bigint not null
        constraint customer_restriction_pk primary key
        constraint customer_restriction_customer_id_fk references customer (id) on delete cascade,
    -- Since when nothing but keeping is done with it.
    restricted_at timestamptz,
    -- Since when it is used for no marketing and no profile.
    objected_at timestamptz,
    constraint customer_restriction_restricted_at_ck check (restricted_at is not null or objected_at is not null)
);
