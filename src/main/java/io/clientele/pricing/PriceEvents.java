package io.clientele.pricing;

import io.clientele.event.EventDraft;
import io.clientele.event.EventLog;
import io.clientele.event.EventShape;
import io.clientele.event.EventType;
import io.clientele.event.EventTypes;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells which products have other prices, in the transaction that gives them. */
@ApplicationScoped
class PriceEvents implements EventTypes {

    /** How many products one event names at most. */
    private static final int MOST = 1_000;

    private static final EventType CHANGED = new EventType(
            "prices.changed",
            "Prices of products were set, changed or taken away, or what they depend on.",
            EventShape.data()
                    .text("kind", "product, base_price, special_price or tier_price")
                    .texts("skus", "The products, up to 1,000; more are told by more events")
                    .schema());

    private final EventLog log;

    @Inject
    PriceEvents(EventLog log) {
        this.log = log;
    }

    /** What of a product changed. */
    enum Kind {
        PRODUCT("product"),
        BASE_PRICE("base_price"),
        SPECIAL_PRICE("special_price"),
        TIER_PRICE("tier_price");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    @Override
    public List<EventType> all() {
        return List.of(CHANGED);
    }

    /** Products were stored or deleted, with the prices that belong to them. */
    void tellProducts(List<String> skus) {
        for (int from = 0; from < skus.size(); from += MOST) {
            List<String> part = skus.subList(from, Math.min(skus.size(), from + MOST));
            log.record(new EventDraft(CHANGED, null, Map.of("kind", Kind.PRODUCT.word, "skus", part)));
        }
    }

    /** Products that are stored, by their ids, have other prices. */
    void tell(Kind kind, Collection<Long> productIds) {
        if (productIds.isEmpty()) {
            return;
        }
        long[] ids = productIds.stream().distinct().mapToLong(Long::longValue).toArray();
        log.recordAll(CHANGED, SqlFragment.of("""
                select null::bigint as customer_id,
                    jsonb_build_object('kind', ?::text, 'skus', jsonb_agg(p.sku order by p.sku)) as data
                from (
                    select sku, (row_number() over (order by sku) - 1) / ? as part
                    from product_fact where product_id = any(?)) p
                group by p.part""", kind.word, MOST, ids));
    }
}
