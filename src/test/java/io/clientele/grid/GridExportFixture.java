package io.clientele.grid;

import io.clientele.segment.SegmentFixture;

/** Many customers with the same last name, straight with SQL. */
final class GridExportFixture {

    private GridExportFixture() {}

    static void fill(String lastname, int count, String taxvat) {
        SegmentFixture.run(
                "insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname,"
                        + " lastname, taxvat, created_in, created_at, updated_at)"
                        + " select 1, 1, 1, 1, ? || lpad(i::text, 6, '0') || '@example.com',"
                        + " ? || lpad(i::text, 6, '0') || '@example.com', 'Ada', ?, ?, 'x', t, t"
                        + " from generate_series(1, ?) i, (select timestamptz '2026-01-01 00:00:00Z' as t) at",
                lastname,
                lastname,
                lastname,
                taxvat,
                count);
    }

    static void clear(String lastname) {
        SegmentFixture.run("delete from customer where lastname = ?", lastname);
    }
}
