-- What a request left behind is found by its id, as it stands in the log and in the answer. Ids have no order.
create index audit_entry_request_id_ix on audit_entry using hash (request_id);
