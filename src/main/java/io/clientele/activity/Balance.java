package io.clientele.activity;

import java.math.BigDecimal;
import java.time.Instant;

/** What a customer has on a website at a moment. */
record Balance(Key key, BigDecimal amount, Instant asOf) {

    /** Of what there is one state only. */
    record Key(long customerId, int websiteId, String kind) {}
}
