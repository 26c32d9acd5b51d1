-- The orders of the list of customers that a page may be read in, from wherever it begins: the value and then the customer, since
-- many may have one value; the empty ones first is both orders. Of the default billing address every column of the list has one. Where
-- many have the same, the column itself is included: PostgreSQL reads an index alone only where it has the columns of its expressions.
create index customer_address_postcode_order_ix
    on customer_address ((lower(postcode collate "und-x-icu")) nulls first, customer_id) include (postcode)
    where is_default_billing;
create index customer_address_city_order_ix
    on customer_address ((lower(city collate "und-x-icu")) nulls first, customer_id) include (city)
    where is_default_billing;
create index customer_address_telephone_order_ix
    on customer_address ((lower(telephone collate "und-x-icu")) nulls first, customer_id) where is_default_billing;
create index customer_address_region_order_ix
    on customer_address ((lower(region collate "und-x-icu")) nulls first, customer_id) include (region)
    where is_default_billing;
create index customer_address_country_id_order_ix
    on customer_address ((lower(country_id collate "und-x-icu")) nulls first, customer_id) include (country_id)
    where is_default_billing;
create index customer_address_company_order_ix
    on customer_address ((lower(company collate "und-x-icu")) nulls first, customer_id) include (company)
    where is_default_billing;
create index customer_address_street_order_ix
    on customer_address ((lower(street[1] collate "und-x-icu")) nulls first, customer_id) where is_default_billing;
create index customer_address_fax_order_ix
    on customer_address ((lower(fax collate "und-x-icu")) nulls first, customer_id) where is_default_billing;
create index customer_address_firstname_order_ix
    on customer_address ((lower(firstname collate "und-x-icu")) nulls first, customer_id) where is_default_billing;
create index customer_address_lastname_order_ix
    on customer_address ((lower(lastname collate "und-x-icu")) nulls first, customer_id) where is_default_billing;
create index customer_address_vat_id_order_ix
    on customer_address ((lower(vat_id collate "und-x-icu")) nulls first, customer_id) where is_default_billing;

drop index customer_firstname_order_ix;
create index customer_firstname_order_ix on customer ((lower(firstname collate "und-x-icu")), id);
drop index customer_lastname_order_ix;
create index customer_lastname_order_ix on customer ((lower(lastname collate "und-x-icu")), id);
drop index customer_dob_ix;
create index customer_dob_ix on customer (dob nulls first, id);
drop index customer_gender_ix;
create index customer_gender_ix on customer (gender nulls first, id);
