-- Drawn when somebody asks, so that an erasure that is tried again is the same one in the ledger.
alter table privacy_request add column erasure_id uuid not null default gen_random_uuid();
