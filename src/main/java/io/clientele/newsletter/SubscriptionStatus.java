package io.clientele.newsletter;

/** What has become of a wish for the newsletter. */
public enum SubscriptionStatus {
    SUBSCRIBED(1),
    /** The link that was mailed has not been followed yet. */
    NOT_ACTIVE(2),
    UNSUBSCRIBED(3),
    /** The account itself is still to be confirmed; the subscription begins with that. */
    UNCONFIRMED(4);

    private final int number;

    SubscriptionStatus(int number) {
        this.number = number;
    }

    /** The contract's number. */
    public int number() {
        return number;
    }

    static SubscriptionStatus of(int number) {
        for (SubscriptionStatus status : values()) {
            if (status.number == number) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status " + number);
    }
}
