-- What was done, by whom and to what. Rows are only ever added: the service's role has no other right. Values of persons
-- are sealed with their keys, those of the actor apart from those of the object; the rest is in the clear and searchable.
-- person names whose key the object's values, and a guest's own, are sealed with.
create table audit_entry (
    id bigint generated always as identity constraint audit_entry_pk primary key,
    created_at timestamptz not null,
    action text collate "C" not null,
    outcome text collate "C" not null constraint audit_entry_outcome_ck check (outcome in ('success', 'failure')),
    reason text,
    actor_type text collate "C" not null,
    actor_id bigint not null,
    on_behalf_of bigint,
    request_id text collate "C" not null,
    object_type text collate "C",
    object_id text collate "C",
    website_id integer,
    person text collate "C",
    actor_values jsonb,
    actor_sealed bytea,
    object_values jsonb,
    object_sealed bytea
);
create index audit_entry_created_at_ix on audit_entry (created_at);
create index audit_entry_action_ix on audit_entry (action, id);
create index audit_entry_actor_id_ix on audit_entry (actor_id, actor_type, id);
create index audit_entry_on_behalf_of_ix on audit_entry (on_behalf_of, id) where on_behalf_of is not null;
create index audit_entry_object_id_ix on audit_entry (object_id, object_type, id);
create index audit_entry_person_ix on audit_entry (person, id) where person is not null;
create index audit_entry_website_id_ix on audit_entry (website_id, id) where website_id is not null;
