-- How long the last recomputation took. Segments of ranks are recomputed again and again, and less often the longer it takes.
alter table segment add column recompute_ms bigint not null default 0;
