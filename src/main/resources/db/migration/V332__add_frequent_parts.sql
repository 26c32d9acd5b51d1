-- The pieces of texts (text_parts) that at least that share of the rows of an index has, by what was counted when its table was last
-- analysed. place is the index and, after a point, the place of the text in it. The service's role does not see what is known of an
-- index, which is its owner's.
create function frequent_parts(at_least real) returns table (place text, piece text)
language sql stable security definer set search_path = pg_catalog, public as $$
select i.relname || '.' || a.attnum, e.piece
from pg_class i
join pg_attribute a on a.attrelid = i.oid and a.attname like 'text\_parts%'
join pg_stats s on s.schemaname = 'public' and s.tablename = i.relname and s.attname = a.attname
cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (piece, share)
where i.relnamespace = 'public'::regnamespace and i.relkind = 'i' and e.piece is not null and e.share >= at_least
$$;
