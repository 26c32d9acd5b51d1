-- Lines come with every order. Their statement is the function's own, so that its plan is kept; the orders are found by an array,
-- because a plan that was made for many lines would read all orders for one.
create function mark_segment_order_lines() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    orders bigint[];
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & 128 <> 0) then
        return null;
    end if;
    if tg_op = 'INSERT' then
        orders := array(select distinct n.order_id from new_rows n);
    elsif tg_op = 'DELETE' then
        orders := array(select distinct o.order_id from old_rows o);
    else
        orders := array(
            select distinct d.order_id
            from ((table old_rows except all table new_rows) union all (table new_rows except all table old_rows)) d);
    end if;
    insert into segment_dirty (person_id, kinds)
    select distinct o.customer_id, 128 from sales_order o where o.id = any (orders) and o.customer_id is not null;
    return null;
end $$;

drop trigger sales_order_line_inserted_segments on sales_order_line;
drop trigger sales_order_line_updated_segments on sales_order_line;
drop trigger sales_order_line_deleted_segments on sales_order_line;
create trigger sales_order_line_inserted_segments after insert on sales_order_line referencing new table as new_rows
    for each statement execute function mark_segment_order_lines();
create trigger sales_order_line_updated_segments after update on sales_order_line referencing old table as old_rows
    new table as new_rows for each statement execute function mark_segment_order_lines();
create trigger sales_order_line_deleted_segments after delete on sales_order_line referencing old table as old_rows
    for each statement execute function mark_segment_order_lines();
