package io.clientele.customer.life;

/**
 * What somebody unknown asks for an address, carried out after the answer, so that the answer tells nothing of accounts.
 *
 * @param kind {@code confirmation}, {@code RESET} or {@code REMINDER}
 */
record AccountRequest(String kind, int websiteId, String email) {

    static final String TOPIC = "account-request";
    static final String CONFIRMATION = "confirmation";

    static AccountRequest confirmation(int websiteId, String email) {
        return new AccountRequest(CONFIRMATION, websiteId, email);
    }

    static AccountRequest reset(ResetTemplate template, int websiteId, String email) {
        return new AccountRequest(template.name(), websiteId, email);
    }
}
