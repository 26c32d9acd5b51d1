-- The service's role reads and writes rows and owns nothing (reliability goal S21).
grant usage on schema public to "${service_role}";
grant select, insert, update, delete on all tables in schema public to "${service_role}";
revoke insert, update, delete on flyway_schema_history from "${service_role}";
grant usage, select on all sequences in schema public to "${service_role}";
-- What is written in the audit log stays as it is (reliability goal S20).
revoke update, delete on audit_entry from "${service_role}";
