-- What became of a person, without the sign-ins, which are many; and why a customer is in its group, which the last change of
-- the group says, however much happened since.
create index audit_entry_person_changes_ix on audit_entry (person, id) where action <> 'customer.signed_in';
create index audit_entry_person_group_ix on audit_entry (person, id) where action = 'customer.group.changed';
