-- email_verified_at: when the owner proved to read the mail of the address the account has now.
alter table customer add column email_verified_at timestamptz;
alter table customer add column is_active boolean not null default true;
