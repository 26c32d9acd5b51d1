-- A variable had the name of a column of balance, so that no balance could be written while a rule read balances; and a product
-- could not be added while a rule read products, because the rows before a change were asked for, which an insert has not.

create or replace function mark_segment_customers() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    marked constant integer := tg_argv[0];
    unread constant text[] := coalesce(tg_argv[1]::text[], '{}');
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & marked <> 0) then
        return null;
    end if;
    if tg_op = 'INSERT' then
        insert into segment_dirty (person_id, kinds)
        select distinct n.customer_id, marked from new_rows n where n.customer_id is not null;
    elsif tg_op = 'DELETE' then
        insert into segment_dirty (person_id, kinds)
        select distinct o.customer_id, marked from old_rows o where o.customer_id is not null;
    else
        insert into segment_dirty (person_id, kinds)
        with was as (select o.customer_id, to_jsonb(o) - unread as facts from old_rows o where o.customer_id is not null),
            is_now as (select n.customer_id, to_jsonb(n) - unread as facts from new_rows n where n.customer_id is not null)
        select distinct d.customer_id, marked
        from ((table was except all table is_now) union all (table is_now except all table was)) d;
    end if;
    return null;
end $$;

create or replace function mark_segment_products() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & 512 <> 0) then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        if not exists (
            select 1 from new_rows n join old_rows o on o.product_id = n.product_id
            where to_jsonb(n) - 'updated_at' <> to_jsonb(o) - 'updated_at') then
            return null;
        end if;
    end if;
    insert into segment_dirty (person_id, kinds) values (null, 512);
    return null;
end $$;

-- Rules read the base price of a product, which was not watched.
create function mark_segment_prices() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & 512 <> 0) then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        if not exists (
            select 1 from new_rows n join old_rows o on o.product_id = n.product_id and o.website_id = n.website_id
            where n.price is distinct from o.price) then
            return null;
        end if;
    end if;
    insert into segment_dirty (person_id, kinds) values (null, 512);
    return null;
end $$;
create trigger product_price_inserted_segments after insert on product_price referencing new table as new_rows
    for each statement execute function mark_segment_prices();
create trigger product_price_updated_segments after update on product_price referencing old table as old_rows
    new table as new_rows for each statement execute function mark_segment_prices();
create trigger product_price_deleted_segments after delete on product_price referencing old table as old_rows
    for each statement execute function mark_segment_prices();
