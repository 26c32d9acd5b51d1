-- Whoever takes members out of segments does so by a statement that mostly takes nobody out, and whom it takes out are customers
-- still. Both are seen at once, before anything is written.
create or replace function note_deleted_segment_members() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    if not exists (
        select 1 from gone_rows g where not exists (select 1 from customer c where c.id = g.customer_id)) then
        return null;
    end if;
    insert into segment_change (batch, segment_id, customer_id, has_entered, reason, changed_at)
    select 0, g.segment_id, g.customer_id, false, 'deleted', clock_timestamp()
    from gone_rows g
    where not exists (select 1 from customer c where c.id = g.customer_id)
        and exists (select 1 from segment s where s.id = g.segment_id);
    insert into segment_count (segment_id, day, entered, gone)
    select g.segment_id, (clock_timestamp() at time zone 'UTC')::date, 0, count(*)
    from gone_rows g
    where not exists (select 1 from customer c where c.id = g.customer_id)
        and exists (select 1 from segment s where s.id = g.segment_id)
    group by g.segment_id;
    return null;
end $$;
