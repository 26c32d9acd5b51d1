-- The steps of OAuth 1.0a on the way to an access token. A token that was used stays until it has expired, so that a second use is
-- told apart from a token that never was.
create table oauth_request_token (
    token_hash bytea not null constraint oauth_request_token_pk primary key,
    integration_id bigint not null
        constraint oauth_request_token_integration_id_fk references integration (id) on delete cascade,
    secret bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index oauth_request_token_integration_id_ix on oauth_request_token (integration_id);
create index oauth_request_token_expires_at_ix on oauth_request_token (expires_at);

-- What signed requests have used up, until their timestamps are too old to be accepted anyway.
create table oauth_nonce (
    integration_id bigint not null constraint oauth_nonce_integration_id_fk references integration (id) on delete cascade,
    nonce_hash bytea not null,
    expires_at timestamptz not null,
    constraint oauth_nonce_pk primary key (integration_id, nonce_hash)
);
create index oauth_nonce_expires_at_ix on oauth_nonce (expires_at);
