-- Prices to measure with: %N products of the first website, each with a base price and tier prices of 5 groups for 3
-- quantities; beside them 1,000 products with tier prices of 100 groups. Runs as the superuser in a transaction on a database
-- that fill.sql filled and that has no products.
set local maintenance_work_mem = '256MB';
-- The rows fit each other by construction: foreign keys need no check.
set local session_replication_role = replica;

insert into customer_group (code, code_key, tax_class_id)
select 'Bench ' || n, 'bench ' || n, 3 from generate_series(1, 95) n;
-- Nobody is in these two: rows are loaded for the one over REST and for the other by COPY.
insert into customer_group (code, code_key, tax_class_id) values ('Loaded', 'loaded', 3), ('Copied', 'copied', 3);

create temp table product on commit drop as
select sku, row_number() over () as n, 10 + (hashint8extended(row_number() over (), 3) & 8191) / 100.0 as price
from (
    select 'BENCH-' || lpad(n::text, 7, '0') as sku from generate_series(1, %N) n
    union all
    select 'WIDE-' || lpad(n::text, 7, '0') from generate_series(1, 1000) n
) named;

insert into product_fact (sku, sku_key, type_id, name, tax_class_id, is_qty_decimal, attributes, category_ids,
    website_ids, created_at, updated_at)
select sku, lower(sku), 'simple', 'Product ' || n, 2, false, '{}', '{}', '{1}', timestamptz '2026-01-01',
    timestamptz '2026-01-01'
from product order by n;

insert into product_price (product_id, website_id, price)
select f.product_id, 0, p.price from product p join product_fact f on f.sku = p.sku order by 1;

insert into tier_price (product_id, website_id, customer_group_id, quantity, price_type, value)
select f.product_id, 0, g.id, step.quantity, 'fixed',
    round(p.price * (1 - step.off - (hashint8extended(g.id * 31 + p.n, 5) & 15) / 1000.0), 2)
from product p
join product_fact f on f.sku = p.sku
join customer_group g on g.code in ('General', 'Wholesale', 'Retailer', 'VIP', 'Staff')
    or (g.code like 'Bench %' and p.sku like 'WIDE-%')
cross join (values (5, 0.03), (10, 0.07), (50, 0.15)) step (quantity, off)
order by f.product_id, g.id, step.quantity;
