-- Customers to measure with: 2 websites, 5 groups, 1 to 3 addresses each, values of the attributes that are there (bench_…)
-- for nine of ten. %N is the number of customers. Runs as the superuser in a transaction on a migrated database without
-- customers; the same number gives the same rows.
set local maintenance_work_mem = '256MB';
-- The rows fit each other by construction: foreign keys need no check.
set local session_replication_role = replica;

insert into website (code, name, default_group_id) values ('outlet', 'Outlet', 1);
insert into store_group (website_id, code, name) select id, 'outlet_store', 'Outlet Store' from website where code = 'outlet';
insert into store_view (website_id, store_group_id, code, name)
select website_id, id, 'outlet', 'Outlet' from store_group where code = 'outlet_store';
update store_group set default_store_id = (select id from store_view where code = 'outlet') where code = 'outlet_store';
insert into customer_group (code, code_key, tax_class_id) values ('VIP', 'vip', 3), ('Staff', 'staff', 3);

select setseed(0.42);

create function pg_temp.pick(words text[], skew float8) returns text language sql volatile as
$$ select words[1 + floor(cardinality(words) * power(random(), skew))::int] $$;

-- Most last names are put together from the pieces that people's names have, the frequent ones more often; the rest
-- from letters, so that there are rare ones too.
create function pg_temp.lastname() returns text language sql volatile as
$$
select case when random() < 0.75
    then initcap(
        pg_temp.pick('{mar,ber,kar,han,jo,wil,ander,peter,rob,thom,mc,fer,gon,ro,sil,cas,mo,le,du,bla,hof,schnei,
            wei,kra,lin,nor,ek,sö,lar,mat,pav,nov,ko,wal,gra,har,mil,dav,ev,tay,cla,whi,ste,mü,bau,zie,ric,ortiz,
            vas,quin,yos,tana,wata,naka,ito,kim,che,wong,ngu,osei}', 1.6)
        || pg_temp.pick('{"","","",a,e,i,o,an,en,el,er,in,on,ar,al,es,la,le,li,lo,ma,mi,na,ni,no,ra,ri,sa,ta,ti,to,va}', 1.3)
        || pg_temp.pick('{son,s,man,er,sen,mann,ez,berg,ton,ley,ski,ova,ini,elli,stein,field,wood,worth,dal,strom,
            lund,gaard,ander,eau,oux,ier,moto,mura,yama,shita,escu,opoulos,idis,off,enko,uk,quist,haug,bach,thal}', 1.4))
    else initcap(string_agg(
        pg_temp.pick('{n,r,l,s,t,m,d,k,b,h,v,g,p,c,f,w,z,j,y,q,x}', 1.5) || pg_temp.pick('{a,e,i,o,u,é,ö}', 1.4), ''))
    end
from generate_series(1, 2 + floor(random() * 2)::int)
$$;

create temp table own_attribute on commit drop as
select a.id, a.code, a.input,
    (select array_agg(o.id::text order by o.sort_order, o.id) from attribute_option o where o.attribute_id = a.id) as options
from attribute a
where a.entity = 'customer' and a.code like 'bench\_%';

-- One value of each attribute as the service stores them. Nicknames are of two pieces and numbers of all digits, so that
-- there are parts and beginnings with few and with many hits.
create function pg_temp.attributes(person bigint) returns jsonb language sql volatile as
$$
select coalesce(jsonb_object_agg(a.id::text, case
    when a.code = 'bench_nickname' then to_jsonb(
        pg_temp.pick('{Sunny,Rocket,Captain,Silver,Lucky,Midnight,Velvet,Copper,Thunder,Cosmic,Maple,Jazz,Pixel,Blue,
            Golden,Tiny,Brave,Quiet,Wild,Arctic,Ember,Indigo,Karma,Lunar,Mystic,Nimble,Onyx,Prairie,Quartz,Zephyr}', 1.5)
        || ' ' || pg_temp.pick('{Fox,Otter,Tiger,Raven,Bear,Falcon,Lynx,Panda,Whale,Heron,Moth,Badger,Cobra,Drake,Egret,
            Gecko,Ibex,Jackal,Koala,Lemur,Newt,Quail,Stoat,Toad,Urchin,Viper,Weasel,Yak,Zebra,Bison}', 1.5)
        || ' ' || (person % 1009))
    when a.code = 'bench_member_no' then to_jsonb('M-' || lpad((person * 7919 % 10000019)::text, 8, '0'))
    when a.input = 'date' then to_jsonb((date '2010-01-01' + floor(power(random(), 0.7) * 5800)::int)::text)
    when a.input = 'select' then to_jsonb(pg_temp.pick(a.options, 2.0))
    when a.input = 'multiselect' then (
        select jsonb_agg(o order by o::int)
        from (select distinct pg_temp.pick(a.options, 2.0) o from generate_series(1, 1 + (person % 3)::int)) drawn)
    when a.input = 'boolean' then to_jsonb(random() < 0.3)
    else to_jsonb(a.code || ' of ' || person || ': ' || pg_temp.pick('{oak,birch,elm,ash,pine,yew,fir,larch}', 1.2)) end),
    '{}')
from own_attribute a
where person % 10 > 0
$$;

create temp table person on commit drop as
select
    id,
    pg_temp.pick('{Anna,Maria,Peter,John,Emma,Paul,Laura,David,Sofia,Thomas,Julia,Lucas,Clara,Daniel,Eva,Martin,Lena,
        Oliver,Nora,Simon,Ines,Jonas,Elena,Felix,Alice,Hugo,Marta,Oscar,Rosa,Victor,Helen,Samuel,Greta,Adam,Ida,Noah,
        Mila,Leo,Zoe,Élodie,Jürgen,Åsa,Søren,Łucja,Kenji,Yuki,Wei,Priya,Amir,Fatima,Kwame,Ngozi,Tariq,Xenia,Quentin}', 1.5)
        as firstname,
    pg_temp.lastname() as lastname,
    case when random() < 0.65 then 1 else (select w.id from website w where w.code = 'outlet') end as website_id,
    timestamptz '2021-01-01 00:00:00Z' + floor(random() * 150000000) * interval '1 second' as created_at,
    random() as chance
from generate_series(1, %N) id;

insert into customer (id, account_scope, website_id, store_id, group_id, email, email_key, firstname, lastname,
    middlename, prefix, dob, gender, taxvat, confirmation, created_in, external_id, attributes, created_at, updated_at)
select
    p.id, p.website_id, p.website_id, s.id, 1 + floor(power(p.chance, 2) * 5)::int, p.email, p.email, p.firstname,
    p.lastname, case when p.chance < 0.1 then 'M.' end, case when p.chance > 0.9 then 'Dr.' end,
    date '1950-01-01' + floor(p.chance * 20000)::int, 1 + (p.id % 3)::int,
    case when p.chance > 0.8 then 'DE' || (100000000 + p.id) end, case when p.id % 101 = 7 then md5(p.id::text) end,
    s.name, case when p.chance < 0.5 then 'crm-' || p.id end, pg_temp.attributes(p.id), p.created_at, p.created_at + p.chance * interval '90 days'
from (
    select
        person.*,
        lower(firstname collate "und-x-icu") || '.' || lower(lastname collate "und-x-icu") || id || '@'
            || pg_temp.pick('{mail,inbox,post,web,home,office,letters,box,cloud,net}', 1.5) || '.'
            || pg_temp.pick('{example,test,invalid}', 1) as email
    from person
) p
join store_view s on s.website_id = p.website_id;

insert into customer_address (customer_id, website_id, firstname, lastname, company, street, city, postcode,
    country_id, region_id, region, region_code, telephone, is_default_billing, is_default_shipping, created_at, updated_at)
select
    p.id, p.website_id, p.firstname, p.lastname, case when (p.id + n) % 5 = 3 then p.lastname || ' & Co.' end,
    array [p.lastname || ' Street ' || (p.id % 300), 'Floor ' || n],
    case when p.chance < 0.6 then place.city else p.lastname || pg_temp.pick('{ville,burg," sur Mer",ton,dorf,stad}', 1.2) end,
    case when p.chance < 0.6 then place.postcode else (10000 + p.id * 37 % 89999)::text end, place.country,
    place.region_id, place.region, place.region_code, '+1555' || lpad(p.id::text, 7, '0'), n = 1,
    n = least(2, 1 + p.id % 3), p.created_at, p.created_at
from person p
cross join lateral generate_series(1, 1 + p.id % 3) n
join (values
    (0, 'Berlin', '10115', 'DE', 82, 'Berlin', 'BER'),
    (1, 'Hamburg', '20095', 'DE', 86, 'Hamburg', 'HAM'),
    (2, 'San Francisco', '94103', 'US', 12, 'California', 'CA'),
    (3, 'Austin', '78701', 'US', 57, 'Texas', 'TX'),
    (4, 'New York', '10001', 'US', 43, 'New York', 'NY'),
    (5, 'London', 'SW1A 1AA', 'GB', 0, null, null),
    (6, 'Lyon', '69001', 'FR', 0, null, null),
    (7, 'Malmö', '211 20', 'SE', 0, null, null)
) place (k, city, postcode, country, region_id, region, region_code) on place.k = (p.id + n) % 8;

-- A third has a password, one of three thousand is locked out, nearly a third receives the newsletter.
insert into credential (subject_type, subject_id, password_hash, changed_at, locked_until)
select 3, id, 'none', created_at, case when id % 3000 = 0 then timestamptz '2040-01-01 00:00:00Z' end
from person where id % 3 = 0;
insert into newsletter_subscriber
    (website_id, store_id, customer_id, email, email_key, status, unsubscribe_tokens, created_at, changed_at)
select c.website_id, c.store_id, c.id, c.email, c.email_key, 1,
    array [replace(gen_random_uuid()::text, '-', '')], c.created_at, c.created_at
from person p
join customer c on c.id = p.id
where p.chance < 0.3;

-- The texts of the keyword search, as the service writes them.
insert into customer_keyword (customer_id, text)
select c.id, lower(concat_ws(' ', c.firstname, c.middlename, c.lastname, c.email_key, b.telephone,
    regexp_replace(b.telephone, '\D', '', 'g'), b.company, (
        select string_agg(c.attributes ->> a.id::text, ' ' order by a.id)
        from attribute a
        where a.entity = 'customer' and a.is_searchable_in_grid and a.input in ('text', 'textarea', 'multiline')))
    collate "und-x-icu")
from customer c
left join customer_address b on b.customer_id = c.id and b.is_default_billing;

-- A row of figures for each customer, which a trigger adds otherwise.
insert into customer_figure (customer_id) select id from customer on conflict do nothing;

select setval(pg_get_serial_sequence('customer', 'id'), %N);
