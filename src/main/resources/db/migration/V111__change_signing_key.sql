-- Several keys at a time: the newest that is active signs, the others check what they signed. The time between
-- created_at and activates_at lets every instance learn of a key before it is used. last_token_ends_at is kept up in
-- steps, so it may lie an hour late, never early.
alter table signing_key
    drop constraint signing_key_pk,
    drop constraint signing_key_kid_uq,
    add constraint signing_key_pk primary key (kid),
    add column algorithm text not null default 'HS256',
    add column public_key bytea,
    add column activates_at timestamptz,
    add column last_token_ends_at timestamptz;
-- What was signed so far is not known for each key; no token of before has ever lived longer than this.
update signing_key set
    activates_at = created_at,
    last_token_ends_at = coalesce((select max(expires_at) from access_token), created_at);
alter table signing_key
    alter column activates_at set not null,
    alter column last_token_ends_at set not null,
    add constraint signing_key_public_key_ck check ((public_key is null) = (algorithm like 'HS%'));
