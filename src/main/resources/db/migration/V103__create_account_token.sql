-- What was mailed to owners of accounts and comes back once: only its hash is here. It is good for the address and the
-- password that the account had when it was made (password_version is when that password was set; null without one). For
-- undoing a change of address, email is the one to go back to.
create table account_token (
    token_hash bytea constraint account_token_pk primary key,
    customer_id bigint not null
        constraint account_token_customer_id_fk references customer (id) on delete cascade,
    purpose text not null
        constraint account_token_purpose_ck check (purpose in ('confirm', 'verify', 'reset', 'undo')),
    email text not null,
    password_version timestamptz,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index account_token_customer_id_ix on account_token (customer_id, purpose);
create index account_token_expires_at_ix on account_token (expires_at);
