create index tier_price_customer_segment_id_ix on tier_price (customer_segment_id) where customer_segment_id is not null;
