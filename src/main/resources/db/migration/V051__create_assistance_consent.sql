-- The customers who allow that somebody of the shop acts in their account, and since when.
create table assistance_consent (
    customer_id bigint constraint assistance_consent_pk primary key
        constraint assistance_consent_customer_id_fk references customer (id) on delete cascade,
    given_at timestamptz not null
);
