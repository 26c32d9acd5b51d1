-- segment_due holds the moments before this one; null: all moments, or none where no time moves the rule. The segment is
-- recomputed before it is reached.
alter table segment add column due_until timestamptz;
