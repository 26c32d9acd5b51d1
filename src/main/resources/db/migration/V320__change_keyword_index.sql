-- A new customer has some forty entries in the index of keywords, and one at a time each of them costs a way through the index. They
-- wait in a list now, eight pages long at most, and whoever makes it longer puts all of them in together, those that are alike at one
-- place. A search reads these pages besides, which costs it a fraction of what writing saves; a longer list would cost it more.
alter index customer_keyword_text_ix set (fastupdate = on, gin_pending_list_limit = 64);
