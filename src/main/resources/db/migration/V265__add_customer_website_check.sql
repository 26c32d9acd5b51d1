-- Customers belong to a website of the shop, never to that of the administrators: whoever asks about all websites asks about all
-- customers, and need not read them.
alter table customer add constraint customer_website_id_ck check (website_id > 0);
