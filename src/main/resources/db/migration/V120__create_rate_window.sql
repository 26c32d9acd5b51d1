-- What was done lately by whom, where that is limited. Not logged: after a crash of the server everybody begins afresh,
-- which costs less than writing every failure twice.
create unlogged table rate_window (
    scope text not null,
    subject text collate "C" not null,
    hits timestamptz[] not null,
    expires_at timestamptz not null,
    constraint rate_window_pk primary key (scope, subject)
);
create index rate_window_expires_at_ix on rate_window (expires_at);
