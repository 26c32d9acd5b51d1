-- The values of the attributes a merchant defined: an object by the attribute's id. An id is never given twice, so what a
-- deleted attribute leaves behind is nobody's value until it is cleared away. Below: what the grid filters by.
alter table customer add column attributes jsonb not null default '{}';
create index customer_dob_ix on customer (dob);
create index customer_taxvat_ix on customer ((lower(taxvat collate "und-x-icu")) text_pattern_ops);
