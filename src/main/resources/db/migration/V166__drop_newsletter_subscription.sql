-- Nothing reads the first table of subscriptions any more. What an instance that knew no other has written since it was
-- carried over goes the same way.
insert into newsletter_subscriber
    (website_id, store_id, customer_id, email, email_key, status, unsubscribe_tokens, created_at, changed_at)
select c.website_id, c.store_id, c.id, c.email, c.email_key, s.status,
    array [replace(gen_random_uuid()::text, '-', '')], s.changed_at, s.changed_at
from newsletter_subscription s
join customer c on c.id = s.customer_id
on conflict (customer_id, website_id) do nothing;
drop table newsletter_subscription;
