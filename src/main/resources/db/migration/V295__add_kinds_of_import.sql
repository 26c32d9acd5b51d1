-- Files of customer groups, tier prices and orders are taken over as those of customers are, also those of another shop.
alter table transfer_import drop constraint transfer_import_kind_ck;
alter table transfer_import
    add constraint transfer_import_kind_ck check (kind in
        ('customer', 'customer_address', 'customer_composite', 'customer_group', 'advanced_pricing', 'sales_order')),
    -- Of those that were there already: how many were as the file says.
    add column unchanged bigint not null default 0,
    -- What the other shop calls things.
    add column translation jsonb not null
        default '{"websites": {}, "stores": {}, "groups": {}, "groupIds": {}, "foreign": false}',
    -- Whether it is counted in the end what the file names and what of it is here, and what that came to.
    add column is_counted boolean not null default false,
    add column counted jsonb not null default '[]';
