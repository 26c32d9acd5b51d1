-- The values of the attributes a merchant defined: an object by the attribute's id. An id is never given twice, so what a
-- deleted attribute leaves behind is nobody's value until it is cleared away.
alter table customer add column attributes jsonb not null default '{}';
alter table customer_address add column attributes jsonb not null default '{}';
