-- The keys that values of persons are sealed with. A destroyed key leaves its row, so that none is made again; that of
-- an e-mail address is deleted. The name of an e-mail address is a hash of it.
create table person_key (
    person text collate "C" constraint person_key_pk primary key,
    secret bytea,
    created_at timestamptz not null,
    destroyed_at timestamptz,
    constraint person_key_secret_ck check (octet_length(secret) = 32 and destroyed_at is null
        or secret is null and destroyed_at is not null)
);
