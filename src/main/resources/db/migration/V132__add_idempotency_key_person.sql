-- Whether the answer is sealed with the caller's own key as well; those kept before have been sealed with theirs only.
alter table idempotency_key add column is_personal boolean not null default false;
