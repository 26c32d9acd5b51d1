-- What the check of an address's VAT number came to: null where it was not checked. It succeeded if the service answered.
alter table customer_address
    add column vat_is_valid boolean,
    add column vat_request_id text,
    add column vat_request_date date,
    add column vat_request_success boolean;
