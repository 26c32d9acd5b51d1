-- What was given up is few, and stays until somebody looks.
create index outbox_parked_at_ix on outbox (parked_at, id) where parked_at is not null;
