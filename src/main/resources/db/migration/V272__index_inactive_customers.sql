-- The list is filtered by whether accounts are active. Those that are not are few.
create index customer_id_inactive_ix on customer (id) where not is_active;
