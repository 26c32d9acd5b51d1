-- The values that differ from the defaults; scope_id is 0, a website's or a store view's id.
create table setting (
    path text not null,
    scope text not null constraint setting_scope_ck check (scope in ('default', 'websites', 'stores')),
    scope_id integer not null,
    value text not null,
    constraint setting_pk primary key (path, scope, scope_id),
    constraint setting_scope_id_ck check ((scope = 'default') = (scope_id = 0))
);

create table currency_rate (
    currency_from text not null constraint currency_rate_currency_from_ck check (currency_from ~ '^[A-Z]{3}$'),
    currency_to text not null constraint currency_rate_currency_to_ck check (currency_to ~ '^[A-Z]{3}$'),
    rate numeric(24, 12) not null constraint currency_rate_rate_ck check (rate > 0),
    constraint currency_rate_pk primary key (currency_from, currency_to)
);
insert into currency_rate (currency_from, currency_to, rate)
values ('EUR', 'EUR', 1), ('EUR', 'USD', 1.415), ('USD', 'EUR', 0.7067), ('USD', 'USD', 1);
