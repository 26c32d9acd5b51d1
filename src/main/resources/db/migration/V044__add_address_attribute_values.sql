-- Values of attributes as with customers, and what the grid filters by of the default billing address.
alter table customer_address add column attributes jsonb not null default '{}';
create index customer_address_postcode_ix
    on customer_address ((lower(postcode collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_country_id_ix
    on customer_address ((lower(country_id collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_telephone_ix
    on customer_address ((lower(telephone collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_city_ix
    on customer_address ((lower(city collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_telephone_part_ix on customer_address
    using gin (
        text_parts(lower(telephone collate "und-x-icu")),
        text_parts(lower(company collate "und-x-icu")),
        text_parts(lower(city collate "und-x-icu")))
    with (fastupdate = off) where is_default_billing;
