-- The set of attributes that a product has in the shop's catalogue; null where the shop has not said.
alter table product_fact add column attribute_set_id integer constraint product_fact_attribute_set_id_ck check (attribute_set_id > 0);
