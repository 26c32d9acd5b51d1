-- Whoever writes facts of a customer, the service or SQL by hand, leaves a mark for the segments that read such facts, in the
-- same transaction. The bits are those of segment.reads. Without an active segment that reads the kind nothing is written.

-- For tables with a customer_id. Arguments: the bit, and columns whose change no rule can see.
create function mark_segment_customers() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    kind constant integer := tg_argv[0];
    unread constant text[] := coalesce(tg_argv[1]::text[], '{}');
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & kind <> 0) then
        return null;
    end if;
    if tg_op = 'INSERT' then
        insert into segment_dirty (person_id, kinds)
        select distinct n.customer_id, kind from new_rows n where n.customer_id is not null;
    elsif tg_op = 'DELETE' then
        insert into segment_dirty (person_id, kinds)
        select distinct o.customer_id, kind from old_rows o where o.customer_id is not null;
    else
        insert into segment_dirty (person_id, kinds)
        with was as (select o.customer_id, to_jsonb(o) - unread as facts from old_rows o where o.customer_id is not null),
            is_now as (select n.customer_id, to_jsonb(n) - unread as facts from new_rows n where n.customer_id is not null)
        select distinct d.customer_id, kind
        from ((table was except all table is_now) union all (table is_now except all table was)) d;
    end if;
    return null;
end $$;

-- For rows that belong to a row with a customer_id. Arguments: the bit, the parent's table, the column that refers to it.
create function mark_segment_owners() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    kind constant integer := tg_argv[0];
    touched text;
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & kind <> 0) then
        return null;
    end if;
    touched := case tg_op
        when 'INSERT' then format('select n.%1$I from new_rows n', tg_argv[2])
        when 'DELETE' then format('select o.%1$I from old_rows o', tg_argv[2])
        else format(
            'select d.%1$I from ((table old_rows except all table new_rows)'
                ' union all (table new_rows except all table old_rows)) d', tg_argv[2]) end;
    execute format(
        'insert into segment_dirty (person_id, kinds) select distinct p.customer_id, $1 from %1$I p'
            ' where p.id in (%2$s) and p.customer_id is not null', tg_argv[1], touched) using kind;
    return null;
end $$;

-- A new customer, and one of another website, may belong to any segment.
create function mark_segment_profiles() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    unread constant text[] := array['updated_at', 'vat_basis', 'disable_auto_group_change'];
begin
    if not exists (select 1 from segment s where s.is_active) then
        return null;
    end if;
    if tg_op = 'INSERT' then
        insert into segment_dirty (person_id, kinds) select n.id, 1023 from new_rows n;
    else
        insert into segment_dirty (person_id, kinds)
        select n.id, case when n.website_id <> o.website_id then 1023 else 1 end
        from new_rows n join old_rows o on o.id = n.id
        where to_jsonb(n) - unread <> to_jsonb(o) - unread;
    end if;
    return null;
end $$;

-- What a product is concerns everybody who has to do with it.
create function mark_segment_products() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
    if not exists (select 1 from segment s where s.is_active and s.reads & 512 <> 0) then
        return null;
    end if;
    if tg_op = 'UPDATE' and not exists (
        select 1 from new_rows n join old_rows o on o.product_id = n.product_id
        where to_jsonb(n) - 'updated_at' <> to_jsonb(o) - 'updated_at') then
        return null;
    end if;
    insert into segment_dirty (person_id, kinds) values (null, 512);
    return null;
end $$;

-- Where a day begins, and on which websites an account counts, concerns everybody.
create function mark_segment_settings() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
declare
    paths constant text[] := array['general/locale/timezone', 'customer/account_share/scope'];
    touched boolean;
begin
    if tg_op = 'DELETE' then
        touched := exists (select 1 from old_rows o where o.path = any (paths));
    else
        touched := exists (select 1 from new_rows n where n.path = any (paths));
    end if;
    if touched and exists (select 1 from segment s where s.is_active) then
        insert into segment_dirty (person_id, kinds) values (null, 1023);
    end if;
    return null;
end $$;

do $$
declare
    each record;
begin
    for each in
        select * from (values
            ('customer_address', 'mark_segment_customers(2, ''{updated_at}'')'),
            ('newsletter_subscriber', 'mark_segment_customers(4, ''{unsubscribe_tokens,confirmation_hash,'
                || 'confirmation_expires_at,confirmation_mailed_at,changed_at}'')'),
            ('balance', 'mark_segment_customers(8, ''{as_of}'')'),
            ('cart', 'mark_segment_customers(16)'),
            ('wishlist', 'mark_segment_customers(32, ''{changed_at}'')'),
            ('product_view', 'mark_segment_customers(64)'),
            ('sales_order', 'mark_segment_customers(128, ''{received_at,changed_at,stated_at,status_at,refunded_at}'')'),
            ('cart_item', 'mark_segment_owners(16, ''cart'', ''cart_id'')'),
            ('wishlist_item', 'mark_segment_owners(32, ''wishlist'', ''wishlist_id'')'),
            ('sales_order_line', 'mark_segment_owners(128, ''sales_order'', ''order_id'')'),
            ('product_fact', 'mark_segment_products()'),
            ('setting', 'mark_segment_settings()')) as t (name, mark)
    loop
        execute format('create trigger %s_inserted_segments after insert on %I referencing new table as new_rows'
            ' for each statement execute function %s', each.name, each.name, each.mark);
        execute format('create trigger %s_updated_segments after update on %I referencing old table as old_rows'
            ' new table as new_rows for each statement execute function %s', each.name, each.name, each.mark);
        execute format('create trigger %s_deleted_segments after delete on %I referencing old table as old_rows'
            ' for each statement execute function %s', each.name, each.name, each.mark);
    end loop;
end $$;
create trigger customer_inserted_segments after insert on customer referencing new table as new_rows
    for each statement execute function mark_segment_profiles();
create trigger customer_updated_segments after update on customer referencing old table as old_rows
    new table as new_rows for each statement execute function mark_segment_profiles();
