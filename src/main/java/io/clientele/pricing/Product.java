package io.clientele.pricing;

/** A product as prices of it are written: its row is locked. */
record Product(long id, String sku, String typeId, boolean qtyDecimal) {}
