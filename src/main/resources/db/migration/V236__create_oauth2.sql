-- What an app asked for and the customer has not decided on yet; only the hash of the id that its page is opened with.
create table oauth2_request (
    request_hash bytea not null constraint oauth2_request_pk primary key,
    integration_id bigint not null
        constraint oauth2_request_integration_id_fk references integration (id) on delete cascade,
    redirect_uri text not null,
    redirect_uri_sent boolean not null,
    scopes text[] not null,
    audience text[] not null,
    state text,
    code_challenge text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    decided_at timestamptz
);
create index oauth2_request_integration_id_ix on oauth2_request (integration_id);
create index oauth2_request_expires_at_ix on oauth2_request (expires_at);

-- What customers let apps do.
create table oauth2_consent (
    customer_id bigint not null constraint oauth2_consent_customer_id_fk references customer (id) on delete cascade,
    integration_id bigint not null
        constraint oauth2_consent_integration_id_fk references integration (id) on delete cascade,
    scopes text[] not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint oauth2_consent_pk primary key (customer_id, integration_id)
);
create index oauth2_consent_integration_id_ix on oauth2_consent (integration_id);

-- A code counts while the session lasts in which the customer granted it. A used one stays a while, so that its second use
-- is noticed; session_id is what the first use gave.
create table oauth2_code (
    code_hash bytea not null constraint oauth2_code_pk primary key,
    customer_id bigint not null constraint oauth2_code_customer_id_fk references customer (id) on delete cascade,
    integration_id bigint not null
        constraint oauth2_code_integration_id_fk references integration (id) on delete cascade,
    website_id integer not null,
    redirect_uri text not null,
    redirect_uri_sent boolean not null,
    scopes text[] not null,
    audience text[] not null,
    code_challenge text not null,
    granted_in bigint not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    session_id bigint
);
create index oauth2_code_customer_id_ix on oauth2_code (customer_id);
create index oauth2_code_integration_id_ix on oauth2_code (integration_id);
create index oauth2_code_expires_at_ix on oauth2_code (expires_at);

-- The refresh tokens of a session are its family. A used one stays as long as the session, so that its reuse is noticed.
create table oauth2_refresh_token (
    token_hash bytea not null constraint oauth2_refresh_token_pk primary key,
    session_id bigint not null
        constraint oauth2_refresh_token_session_id_fk references access_token (id) on delete cascade,
    customer_id bigint not null
        constraint oauth2_refresh_token_customer_id_fk references customer (id) on delete cascade,
    integration_id bigint not null
        constraint oauth2_refresh_token_integration_id_fk references integration (id) on delete cascade,
    scopes text[] not null,
    audience text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index oauth2_refresh_token_session_id_ix on oauth2_refresh_token (session_id);
create index oauth2_refresh_token_customer_id_ix on oauth2_refresh_token (customer_id);
create index oauth2_refresh_token_integration_id_ix on oauth2_refresh_token (integration_id);
create index oauth2_refresh_token_expires_at_ix on oauth2_refresh_token (expires_at);
