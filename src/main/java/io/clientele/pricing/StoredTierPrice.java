package io.clientele.pricing;

/** A tier price with the id of its row. */
record StoredTierPrice(long id, TierPrice price) {}
