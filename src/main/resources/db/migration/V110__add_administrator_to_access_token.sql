-- The administrator who acts for the customer with this token; null where the customer does. It ends with them.
alter table access_token add column admin_id bigint;
create index access_token_admin_id_ix on access_token (admin_id) where admin_id is not null and revoked_at is null;
