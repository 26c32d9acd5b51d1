package io.clientele.customer.life;

/**
 * What somebody unknown asks for an address, carried out after the answer, so that the answer tells nothing of accounts.
 *
 * @param kind {@link #CONFIRMATION}, or the name of a {@link ResetTemplate}
 */
record AccountRequest(String kind, int websiteId, String email) {

    static final String CONFIRMATION = "CONFIRMATION";
}
