-- Orders of somebody who was erased stay as facts: alike for all of one person, and leading to nobody.
alter table sales_order add column pseudonym uuid;

create function keep_order_anonymous() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    new.pseudonym := old.pseudonym;
    new.customer_id := null;
    new.email := null;
    new.email_key := null;
    new.billing_address := null;
    new.shipping_address := null;
    return new;
end $$;

-- A shop reports an order again whenever something becomes of it, with all that it knows.
create trigger sales_order_updated_pseudonym before update on sales_order for each row
    when (old.pseudonym is not null) execute function keep_order_anonymous();
