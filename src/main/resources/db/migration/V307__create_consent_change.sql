-- What people have agreed to and withdrawn; rows are added and never changed.
create table consent_change (
    id bigint generated always as identity constraint consent_change_pk primary key,
    -- As in person_key: it says nothing by itself.
    person text collate "C" not null,
    website_id integer,
    purpose text collate "C" not null,
    -- What exactly, such as the app and its scopes; null where the purpose says all.
    subject text,
    is_given boolean not null,
    source text collate "C" not null,
    -- Which text they agreed to, by the name the shop gives its versions; null where it gives none.
    wording text,
    changed_at timestamptz not null
);

create index consent_change_person_ix on consent_change (person, id);
