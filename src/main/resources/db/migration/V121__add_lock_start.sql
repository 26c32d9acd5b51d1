-- When the lock in hand began, so that tries at a locked account can make it last longer, but not for ever.
alter table credential add column locked_since timestamptz;
