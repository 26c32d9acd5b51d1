-- When what of an order was said: its status, its refunds and all the rest each go by the latest report of them, so that reports
-- may come in any order. Null: as changed_at; of refunded_at: nobody has spoken of refunds yet. base_rate is what one unit of
-- the order's currency was worth in the base currency of the website when the order was received.
alter table sales_order
    add column stated_at timestamptz,
    add column status_at timestamptz,
    add column refunded_at timestamptz,
    add column base_rate numeric not null default 1;

-- Corrections that came before their orders. website_id is 0 where a correction named none.
create table sales_order_correction (
    external_id text collate "C" not null
        constraint sales_order_correction_external_id_ck check (char_length(external_id) between 1 and 64),
    website_id integer not null constraint sales_order_correction_website_id_fk references website (id) on delete cascade,
    status text collate "C",
    status_at timestamptz,
    refunded numeric(20, 4),
    refunded_at timestamptz,
    received_at timestamptz not null,
    constraint sales_order_correction_pk primary key (external_id, website_id)
);
create index sales_order_correction_website_id_ix on sales_order_correction (website_id);
create index sales_order_correction_received_at_ix on sales_order_correction (received_at);
