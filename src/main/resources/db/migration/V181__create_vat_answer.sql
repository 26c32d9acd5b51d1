-- What the European Commission's service said of VAT numbers, kept for a day. requester is the shop's own number, empty
-- where the shop did not tell it; only those who do are given a request_id.
create table vat_answer (
    state text not null,
    digits text not null,
    requester text not null,
    valid boolean not null,
    request_id text,
    request_date date not null,
    answered_at timestamptz not null,
    constraint vat_answer_pk primary key (state, digits, requester)
);
create index vat_answer_answered_at_ix on vat_answer (answered_at);
