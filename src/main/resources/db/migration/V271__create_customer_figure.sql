-- What the list of customers is filtered and sorted by besides their own columns, kept as it changes: a row for each customer,
-- so that a list joined with it has the order of its indexes. Orders that were cancelled do not count; the value is the grand
-- totals less refunds, each in the base currency of its website.
create table customer_figure (
    customer_id bigint not null constraint customer_figure_pk primary key
        constraint customer_figure_customer_id_fk references customer (id) on delete cascade,
    last_sign_in_at timestamptz,
    orders_count integer not null default 0,
    lifetime_value numeric(24, 4) not null default 0
);

insert into customer_figure (customer_id, last_sign_in_at, orders_count, lifetime_value)
select c.id, s.at, coalesce(o.orders, 0), coalesce(o.value, 0)
from customer c
left join (
    select customer_id, count(*)::integer as orders, sum(base_total) as value
    from sales_order where customer_id is not null and not cancelled group by customer_id) o on o.customer_id = c.id
left join (
    select object_id, max(created_at) as at
    from audit_entry where action = 'customer.signed_in' and outcome = 'success' group by object_id) s
    on s.object_id = c.id::text;

-- The empty ones first is both orders of the list.
create index customer_figure_last_sign_in_at_ix on customer_figure (last_sign_in_at nulls first, customer_id);
create index customer_figure_orders_count_ix on customer_figure (orders_count, customer_id);
create index customer_figure_lifetime_value_ix on customer_figure (lifetime_value, customer_id);

create function add_customer_figures() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    insert into customer_figure (customer_id) select n.id from new_rows n;
    return null;
end $$;
create trigger customer_inserted_figures after insert on customer referencing new table as new_rows
    for each statement execute function add_customer_figures();

-- Adds what the orders of a statement make of their customers' figures. In the order of the customers, so that two statements
-- do not wait for each other.
create function add_order_figures(ids bigint[], counts integer[], amounts numeric[]) returns void language plpgsql
set search_path = pg_catalog, public as $$
begin
    perform 1 from customer_figure f where f.customer_id = any (ids) order by f.customer_id for no key update;
    update customer_figure f set orders_count = f.orders_count + d.orders, lifetime_value = f.lifetime_value + d.amount
    from unnest(ids, counts, amounts) as d (customer_id, orders, amount)
    where f.customer_id = d.customer_id;
end $$;

create function count_order_figures() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    ids bigint[];
    counts integer[];
    amounts numeric[];
begin
    if tg_op = 'INSERT' then
        select array_agg(d.customer_id), array_agg(d.orders), array_agg(d.amount) into ids, counts, amounts
        from (
            select n.customer_id, count(*)::integer as orders, sum(n.base_total) as amount from new_rows n
            where n.customer_id is not null and not n.cancelled group by n.customer_id) d;
    elsif tg_op = 'DELETE' then
        select array_agg(d.customer_id), array_agg(d.orders), array_agg(d.amount) into ids, counts, amounts
        from (
            select o.customer_id, -count(*)::integer as orders, -sum(o.base_total) as amount from old_rows o
            where o.customer_id is not null and not o.cancelled group by o.customer_id) d;
    else
        select array_agg(d.customer_id), array_agg(d.orders), array_agg(d.amount) into ids, counts, amounts
        from (
            select x.customer_id, sum(x.orders)::integer as orders, sum(x.amount) as amount
            from (
                select n.customer_id, 1 as orders, n.base_total as amount from new_rows n
                where n.customer_id is not null and not n.cancelled
                union all
                select o.customer_id, -1, -o.base_total from old_rows o
                where o.customer_id is not null and not o.cancelled) x
            group by x.customer_id having sum(x.orders) <> 0 or sum(x.amount) <> 0) d;
    end if;
    if ids is not null then
        perform add_order_figures(ids, counts, amounts);
    end if;
    return null;
end $$;
create trigger sales_order_inserted_figures after insert on sales_order referencing new table as new_rows
    for each statement execute function count_order_figures();
create trigger sales_order_updated_figures after update on sales_order referencing old table as old_rows
    new table as new_rows for each statement execute function count_order_figures();
create trigger sales_order_deleted_figures after delete on sales_order referencing old table as old_rows
    for each statement execute function count_order_figures();

analyze customer_figure;
