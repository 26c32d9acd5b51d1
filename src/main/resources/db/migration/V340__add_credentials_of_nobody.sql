-- What a guess at nobody's password is counted at, so that it takes as long as one at somebody's. No hash is empty text.
insert into credential (subject_type, subject_id, password_hash, changed_at)
select kind, -number, '', timestamptz '2000-01-01 00:00:00+00'
from unnest(array[2, 3]) as kind cross join generate_series(1, 64) as number;
