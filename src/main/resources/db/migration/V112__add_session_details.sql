-- What a person needs to know a session again: where it began and when it was last used, to the minute.
alter table access_token
    add column address text,
    add column device text,
    add column last_used_at timestamptz;
