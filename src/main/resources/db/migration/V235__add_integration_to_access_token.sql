-- Who carries the token when it is neither the person nor an administrator, and what it was given; null for both.
alter table access_token
    add column integration_id bigint,
    add column scopes text[],
    add constraint access_token_scopes_ck check ((integration_id is null) = (scopes is null));
create index access_token_integration_id_ix on access_token (integration_id)
    where integration_id is not null and revoked_at is null;
