package io.clientele.pricing.quote;

/** What a product is called and what kind of product it is. */
record ProductName(long id, String typeId, String name) {}
