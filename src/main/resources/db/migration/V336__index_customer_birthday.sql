-- Who has a birthday on some days of a year, whatever the year of birth: month and day as one number.
create index customer_dob_day_ix on customer
    ((extract(month from dob)::integer * 100 + extract(day from dob)::integer)) where dob is not null;
