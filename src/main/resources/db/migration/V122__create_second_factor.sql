-- Administrators' second factors. The secret is encrypted; last_step is the time step of the last code that was used.
create table admin_second_factor (
    user_id bigint not null constraint admin_second_factor_pk primary key
        constraint admin_second_factor_user_id_fk references admin_user (id) on delete cascade,
    secret bytea not null,
    created_at timestamptz not null,
    activated_at timestamptz,
    last_step bigint not null default 0,
    failures integer not null default 0,
    locked_until timestamptz
);

create table second_factor_token (
    token_hash bytea not null constraint second_factor_token_pk primary key,
    user_id bigint not null
        constraint second_factor_token_user_id_fk references admin_user (id) on delete cascade,
    expires_at timestamptz not null
);
create index second_factor_token_user_id_ix on second_factor_token (user_id);

-- The database's part of the key that secrets are encrypted with.
create table second_factor_key (
    id smallint not null constraint second_factor_key_pk primary key,
    secret bytea not null,
    constraint second_factor_key_id_ck check (id = 1),
    constraint second_factor_key_secret_ck check (octet_length(secret) >= 32)
);
