-- The VAT number by which the customer's group was last decided; null and empty where none was.
alter table customer add column vat_basis text;
