package io.clientele.transfer;

/**
 * The rows of an order of another shop.
 *
 * @param websiteId the website here that it was placed at
 */
record PlacedOrder(RowGroup rows, int websiteId) {

    String number() {
        return rows.first().text(OrderColumns.NUMBER);
    }

    /** The shop's id of the customer; empty for a guest. */
    String customer() {
        String id = rows.first().text(OrderColumns.CUSTOMER);
        return id.equals("0") ? "" : id;
    }

    String email() {
        return rows.first().text(OrderColumns.EMAIL);
    }
}
