-- One-time codes with which a storefront gets a token for an administrator who acts for a customer: only their hashes are
-- here. Each administrator has one for a customer; another one takes its place. Wrong guesses count against all of the
-- customer's.
create table assistance_code (
    customer_id bigint not null
        constraint assistance_code_customer_id_fk references customer (id) on delete cascade,
    admin_id bigint not null
        constraint assistance_code_admin_id_fk references admin_user (id) on delete cascade,
    code_hash text collate "C" not null,
    reason text not null,
    guesses int not null default 0,
    expires_at timestamptz not null,
    constraint assistance_code_pk primary key (customer_id, admin_id)
);
create index assistance_code_admin_id_ix on assistance_code (admin_id);
create index assistance_code_expires_at_ix on assistance_code (expires_at);
