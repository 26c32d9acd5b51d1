-- Search by any part of a text. What pg_trgm keeps are words cut into threes: signs between words are lost, letters that
-- the server's C library does not know (all with accents under the locale C) too, and a part of two words is looked up by
-- threes that a tenth of all texts have. Here every place of a text begins a piece of four signs, whatever they are. A
-- part of three or four is the start of a piece, a longer one is made of pieces; Java makes the query (TextParts).
create function text_parts(value text) returns tsvector language plpgsql immutable strict parallel safe as
$$
declare
    pieces text[] := '{}';
begin
    for place in 1 .. char_length(value) - 2 loop
        pieces[place] := substr(value, place, 4);
    end loop;
    return array_to_tsvector(pieces);
end
$$;

drop index customer_email_part_ix;
drop index customer_firstname_part_ix;
drop index customer_lastname_part_ix;

-- Without a list of pending entries, which every search would have to read from its beginning to its end.
create index customer_email_part_ix on customer using gin (text_parts(email_key)) with (fastupdate = off);
create index customer_firstname_part_ix
    on customer using gin (text_parts(lower(firstname collate "und-x-icu"))) with (fastupdate = off);
create index customer_lastname_part_ix
    on customer using gin (text_parts(lower(lastname collate "und-x-icu"))) with (fastupdate = off);
