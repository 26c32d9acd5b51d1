-- Activity to measure segments with: about five orders a customer (a few have many, some none) with two and a half lines each over
-- three years, active carts, views, wish lists, balances, and 10,000 products. Runs as the superuser in a transaction on a
-- database that fill.sql filled and that has no activity. The same customers give the same rows, but for the day it runs on.
set local maintenance_work_mem = '512MB';
set local work_mem = '128MB';
-- The rows fit each other by construction: foreign keys need no check, and nobody has to be judged yet.
set local session_replication_role = replica;

-- A number from 0 to below 1 that depends on two others only.
create function pg_temp.chance(a bigint, b bigint) returns float8 language sql immutable as
$$ select (hashint8extended(a, b) & 1048575) / 1048576.0 $$;

insert into product_fact (sku, sku_key, type_id, name, tax_class_id, is_qty_decimal, attributes, category_ids, website_ids,
    created_at, updated_at)
select 'ITEM-' || lpad(n::text, 5, '0'), 'item-' || lpad(n::text, 5, '0'), 'simple', 'Item ' || n, 2, false,
    jsonb_build_object('color', (array['red', 'green', 'blue', 'black', 'white'])[1 + n % 5]), array[n % 40, 40 + n % 7], '{1}',
    timestamptz '2026-01-01', timestamptz '2026-01-01'
from generate_series(1, 10000) n;

drop index sales_order_website_id_ix, sales_order_email_key_ix, sales_order_customer_id_ix, sales_order_line_sku_key_ix;

insert into sales_order (external_id, website_id, customer_id, status, cancelled, placed_at, changed_at, currency, subtotal, tax,
    shipping, discount, grand_total, refunded, base_total, total_qty, coupon_code, billing_address, shipping_address, received_at)
select 'B' || o.customer_id || '-' || o.n, o.website_id, o.customer_id, o.status, o.status = 'canceled', o.placed_at, o.placed_at,
    'USD', o.amount, 0, 5, 0, o.amount + 5, case when o.status = 'closed' then o.amount + 5 else 0 end,
    case when o.status = 'closed' then 0 else o.amount + 5 end, o.lines + 1,
    case when pg_temp.chance(o.seed, 5) < 0.1 then 'WELCOME' end,
    jsonb_build_object('country_id', o.country, 'city', o.city), null, o.placed_at
from (
    select c.id as customer_id, c.website_id, n, c.id * 64 + n as seed,
        (array['complete', 'complete', 'complete', 'complete', 'complete', 'complete', 'complete', 'complete', 'processing',
            'pending', 'canceled', 'closed'])[1 + floor(pg_temp.chance(c.id * 64 + n, 1) * 12)::int] as status,
        now() - pg_temp.chance(c.id * 64 + n, 2) * interval '1095 days' as placed_at,
        round((5 + 300 * power(pg_temp.chance(c.id * 64 + n, 3), 3))::numeric, 2) as amount,
        1 + floor(pg_temp.chance(c.id * 64 + n, 4) * 4)::int as lines,
        (array['US', 'US', 'DE', 'FR', 'GB'])[1 + floor(pg_temp.chance(c.id, 6) * 5)::int] as country,
        'Town ' || floor(pg_temp.chance(c.id, 7) * 500)::int as city
    from customer c
    cross join lateral generate_series(1, least(60, floor(-ln(1 - pg_temp.chance(c.id, 0)) * 5.5)::int)) n
) o
order by o.placed_at;

insert into sales_order_line (order_id, line, sku, sku_key, name, qty, unit_price, row_total, category_ids)
select o.id, l, 'ITEM-' || lpad(p.item::text, 5, '0'), 'item-' || lpad(p.item::text, 5, '0'), 'Item ' || p.item,
    case when l = 1 then 2 else 1 end, round(o.subtotal / o.total_qty, 2),
    round(o.subtotal / o.total_qty * case when l = 1 then 2 else 1 end, 2), array[p.item % 40, 40 + p.item % 7]
from sales_order o
cross join lateral generate_series(1, o.total_qty::int - 1) l
cross join lateral (select 1 + floor(10000 * power(pg_temp.chance(o.id * 8 + l, 8), 2))::int as item) p
order by o.id, l;

create index sales_order_customer_id_ix on sales_order (customer_id, placed_at)
    include (website_id, cancelled, status, base_total, total_qty);
create index sales_order_website_id_ix on sales_order (website_id, placed_at);
create index sales_order_email_key_ix on sales_order (email_key) where customer_id is null;
create index sales_order_line_sku_key_ix on sales_order_line (sku_key, order_id);

insert into cart (external_id, website_id, customer_id, is_active, changed_at, subtotal, tax, shipping, store_credit_used,
    gift_card_used, grand_total, lines_count, total_qty)
select 'B' || c.id, c.website_id, c.id, true, now() - pg_temp.chance(c.id, 11) * interval '60 days', amount, 0, 0, 0, 0, amount, 2, 3
from customer c
cross join lateral (select round((10 + 400 * power(pg_temp.chance(c.id, 10), 2))::numeric, 2) as amount) a
where pg_temp.chance(c.id, 9) < 0.2;
insert into cart_item (cart_id, line, sku, sku_key, qty, row_total)
select k.id, l, 'ITEM-' || lpad(p.item::text, 5, '0'), 'item-' || lpad(p.item::text, 5, '0'), l, round(k.subtotal * l / 3, 2)
from cart k
cross join generate_series(1, 2) l
cross join lateral (select 1 + floor(10000 * power(pg_temp.chance(k.id * 4 + l, 12), 2))::int as item) p;

insert into product_view (website_id, customer_id, sku, sku_key, viewed_at)
select distinct on (c.id, p.item) c.website_id, c.id, 'ITEM-' || lpad(p.item::text, 5, '0'), 'item-' || lpad(p.item::text, 5, '0'),
    now() - pg_temp.chance(c.id * 16 + n, 14) * interval '90 days'
from customer c
cross join generate_series(1, 5) n
cross join lateral (select 1 + floor(10000 * power(pg_temp.chance(c.id * 16 + n, 15), 2))::int as item) p
where pg_temp.chance(c.id, 13) < 0.4;

insert into wishlist (external_id, customer_id, changed_at)
select 'B' || c.id, c.id, now() from customer c where pg_temp.chance(c.id, 16) < 0.1;
insert into wishlist_item (wishlist_id, line, sku, sku_key, qty, added_at)
select w.id, l, 'ITEM-' || lpad(p.item::text, 5, '0'), 'item-' || lpad(p.item::text, 5, '0'), 1, now()
from wishlist w
cross join generate_series(1, 3) l
cross join lateral (select 1 + floor(10000 * power(pg_temp.chance(w.id * 4 + l, 17), 2))::int as item) p;

insert into balance (customer_id, website_id, kind, amount, as_of)
select c.id, c.website_id, 'store_credit', round((100 * pg_temp.chance(c.id, 19))::numeric, 2), now()
from customer c where pg_temp.chance(c.id, 18) < 0.15;

-- The figures of customers, which triggers keep otherwise.
update customer_figure f set orders_count = o.orders, lifetime_value = o.value
from (
    select customer_id, count(*)::integer as orders, sum(base_total) as value
    from sales_order where customer_id is not null and not cancelled group by customer_id) o
where o.customer_id = f.customer_id;
