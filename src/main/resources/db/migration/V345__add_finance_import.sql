-- Files of store credit and reward points are taken over as well.
alter table transfer_import drop constraint transfer_import_kind_ck;
alter table transfer_import
    add constraint transfer_import_kind_ck check (kind in
        ('customer', 'customer_address', 'customer_composite', 'customer_finance', 'customer_group', 'advanced_pricing',
        'sales_order'));
