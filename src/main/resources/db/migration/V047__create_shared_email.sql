-- While accounts are shared between websites, each has its e-mail address here, which is then one account's everywhere;
-- while they are not, the table is empty. So turning the switch writes narrow rows with two indexes and not all customers
-- with theirs. customer.account_scope is the website's from here on in both modes.
update customer set account_scope = website_id where account_scope <> website_id;
create table shared_email (
    email_key text collate "C" not null constraint shared_email_pk primary key,
    customer_id bigint not null
        constraint shared_email_customer_id_uq unique
        constraint shared_email_customer_id_fk references customer (id) on delete cascade
);
insert into shared_email (email_key, customer_id)
select email_key, id
from customer
where exists (select from setting where path = 'customer/account_share/scope' and scope = 'default' and value = '0');
