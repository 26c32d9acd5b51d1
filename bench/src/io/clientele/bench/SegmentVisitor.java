package io.clientele.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Somebody without an account, with a cart and views, who asks for the segments. */
final class SegmentVisitor implements AutoCloseable {

    private final List<byte[]> requests;

    SegmentVisitor(Database database, Service service, SegmentApi api) throws IOException, SQLException {
        for (SegmentCase each : SegmentCase.ofVisitors()) {
            api.segment(each);
        }
        api.settle();
        String token;
        String id;
        try (HttpConnection http = new HttpConnection(service.port())) {
            http.send(HttpConnection.request("/rest/V1/visitors", "{}"));
            var visitor = new ObjectMapper().readTree(http.body());
            token = visitor.get("token").asText();
            id = visitor.get("visitor_id").asText();
        }
        database.run(
                "with k as (insert into cart (external_id, website_id, visitor_id, is_active, changed_at, subtotal, tax,"
                        + " shipping, store_credit_used, gift_card_used, grand_total, lines_count, total_qty) values ('V"
                        + id + "', 1, "
                        + id + ", true, now(), 120, 0, 0, 0, 0, 120, 1, 2) returning id)"
                        + " insert into cart_item (cart_id, line, sku, sku_key, qty, row_total)"
                        + " select id, 1, 'ITEM-00007', 'item-00007', 2, 120 from k");
        this.requests =
                List.of(HttpConnection.request("/rest/V1/visitors/me/context", "", "X-Clientele-Visitor: " + token));
    }

    List<byte[]> requests() {
        return requests;
    }

    @Override
    public void close() {
        // The database is the bench's own.
    }
}
