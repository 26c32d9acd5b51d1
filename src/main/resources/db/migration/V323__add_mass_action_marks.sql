-- Half of a part of an action may be done in a transaction of its own, beside the one that notes how far the job is. What it did is
-- marked here, so that it is not done again when the other one is lost: is_done, and why a customer was passed over.
alter table mass_action_item add column is_done boolean not null default false;
alter table mass_action_item add column refusal jsonb;

-- Each row is written once more, and then into the space left beside it.
alter table mass_action_item set (fillfactor = 45);
