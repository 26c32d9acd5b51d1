-- Answers to requests that carried an Idempotency-Key. Everything is a hash or encrypted with the key itself, which is
-- not here: id tells the caller and the key, fingerprint the request.
create table idempotency_key (
    id bytea constraint idempotency_key_pk primary key,
    fingerprint bytea not null,
    answer bytea not null,
    expires_at timestamptz not null
);
create index idempotency_key_expires_at_ix on idempotency_key (expires_at);
