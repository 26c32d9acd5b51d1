-- What the list of customers is filtered and sorted by. Where a column may be empty, an index with the empty first has both
-- orders of the list: ascending with the empty first, descending with the empty last.
drop index customer_dob_ix;
create index customer_dob_ix on customer (dob nulls first);
create index customer_gender_ix on customer (gender nulls first);
create index customer_created_in_ix on customer ((lower(created_in collate "und-x-icu")) text_pattern_ops);
create index customer_external_id_ix on customer ((lower(external_id collate "und-x-icu")) text_pattern_ops);
drop index customer_group_id_ix;
create index customer_group_id_ix on customer (group_id, id);
-- Those that are not confirmed are few; the newest of them come first.
create index customer_created_at_unconfirmed_ix on customer (created_at) where confirmation is not null;

-- The order of names is that of the collation; their beginnings have indexes of their own.
create index customer_firstname_order_ix on customer ((lower(firstname collate "und-x-icu")));
create index customer_lastname_order_ix on customer ((lower(lastname collate "und-x-icu")));
-- The whole name. What joins its parts must not depend on the session, as concat_ws may.
create function customer_name(prefix text, firstname text, middlename text, lastname text, suffix text) returns text
    language sql immutable parallel safe as
$$
select coalesce(prefix || ' ', '') || firstname || ' ' || coalesce(middlename || ' ', '') || lastname
    || coalesce(' ' || suffix, '')
$$;
create index customer_prefix_name_order_ix on customer
    ((lower(customer_name(prefix, firstname, middlename, lastname, suffix) collate "und-x-icu")));
create index customer_prefix_name_ix on customer
    ((lower(customer_name(prefix, firstname, middlename, lastname, suffix) collate "und-x-icu")) text_pattern_ops);
create index customer_prefix_name_part_ix on customer
    using gin (text_parts(lower(customer_name(prefix, firstname, middlename, lastname, suffix) collate "und-x-icu")))
    with (fastupdate = off);

create index credential_locked_until_ix on credential (locked_until) where locked_until is not null;

create index customer_address_region_ix
    on customer_address ((lower(region collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_company_ix
    on customer_address ((lower(company collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_street_ix
    on customer_address ((lower(street[1] collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_fax_ix
    on customer_address ((lower(fax collate "und-x-icu")) text_pattern_ops) where is_default_billing;
create index customer_address_vat_id_ix
    on customer_address ((lower(vat_id collate "und-x-icu")) text_pattern_ops) where is_default_billing;

-- PostgreSQL does not look at what it counted for a partial index when it estimates how many rows match.
create statistics customer_address_city_st on (lower(city collate "und-x-icu")) from customer_address;
create statistics customer_address_postcode_st on (lower(postcode collate "und-x-icu")) from customer_address;
create statistics customer_address_country_id_st on (lower(country_id collate "und-x-icu")) from customer_address;
create statistics customer_address_telephone_st on (lower(telephone collate "und-x-icu")) from customer_address;
create statistics customer_address_region_st on (lower(region collate "und-x-icu")) from customer_address;
create statistics customer_address_company_st on (lower(company collate "und-x-icu")) from customer_address;
create statistics customer_address_street_st on (lower(street[1] collate "und-x-icu")) from customer_address;
create statistics customer_address_fax_st on (lower(fax collate "und-x-icu")) from customer_address;
create statistics customer_address_vat_id_st on (lower(vat_id collate "und-x-icu")) from customer_address;
analyze customer;
analyze customer_address;
analyze credential;
