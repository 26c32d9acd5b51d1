package io.clientele.activity;

import io.clientele.shared.Fold;
import java.time.Instant;

/** A product that was looked at. Two are the same when the same one looked at the same product at the same moment. */
record View(int websiteId, Owner owner, String sku, Instant viewedAt) {

    String skuKey() {
        return Fold.key(sku);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof View view
                && owner.equals(view.owner)
                && viewedAt.equals(view.viewedAt)
                && skuKey().equals(view.skuKey());
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + viewedAt.hashCode();
    }
}
