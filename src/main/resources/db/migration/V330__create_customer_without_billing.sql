-- Customers that have no default billing address, kept as customers and addresses come, change and go. The list that is sorted by a
-- column of that address reads its index and this table beside each other, so that each customer is met once. value is always null:
-- it stands where an address has its text, so that an index here has the order of the indexes there.
create table customer_without_billing (
    customer_id bigint not null constraint customer_without_billing_pk primary key
        constraint customer_without_billing_customer_id_fk references customer (id) on delete cascade,
    value text collate "und-x-icu" constraint customer_without_billing_value_ck check (value is null)
) with (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);

insert into customer_without_billing (customer_id)
select c.id from customer c
where not exists (select from customer_address a where a.customer_id = c.id and a.is_default_billing);
create index customer_without_billing_value_ix on customer_without_billing (value nulls first, customer_id);

create function add_without_billing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    insert into customer_without_billing (customer_id) select n.id from new_rows n;
    return null;
end $$;
create trigger customer_inserted_without_billing after insert on customer referencing new table as new_rows
    for each statement execute function add_without_billing();

create function drop_without_billing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    -- An array is looked up by the key, however many rows the plan was made for.
    delete from customer_without_billing w
    where w.customer_id = any (array(select n.customer_id from new_rows n where n.is_default_billing));
    return null;
end $$;
create trigger customer_address_inserted_billing after insert on customer_address referencing new table as new_rows
    for each statement execute function drop_without_billing();

-- A customer that is being deleted is gone already when its addresses go.
create function keep_without_billing() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    if tg_op = 'UPDATE' then
        if new.is_default_billing then
            delete from customer_without_billing w where w.customer_id = new.customer_id;
        end if;
    end if;
    if old.is_default_billing then
        insert into customer_without_billing (customer_id)
        select c.id from customer c
        where c.id = old.customer_id
            and not exists (select from customer_address a where a.customer_id = c.id and a.is_default_billing)
        on conflict (customer_id) do nothing;
    end if;
    return null;
end $$;
create trigger customer_address_updated_billing after update of is_default_billing, customer_id on customer_address
    for each row
    when (old.is_default_billing is distinct from new.is_default_billing or old.customer_id is distinct from new.customer_id)
    execute function keep_without_billing();
create trigger customer_address_deleted_billing after delete on customer_address
    for each row when (old.is_default_billing) execute function keep_without_billing();

analyze customer_without_billing;
