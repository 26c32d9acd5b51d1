-- Who receives the newsletter. Status, in the contract's numbers: 1 subscribed, 2 not active, 3 unsubscribed,
-- 4 unconfirmed.
create table newsletter_subscription (
    customer_id bigint constraint newsletter_subscription_pk primary key
        constraint newsletter_subscription_customer_id_fk references customer (id) on delete cascade,
    status smallint not null constraint newsletter_subscription_status_ck check (status between 1 and 4),
    changed_at timestamptz not null
);
