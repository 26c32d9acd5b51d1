package io.clientele.newsletter;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** What can be wrong with a wish for the newsletter, in the contract's words. */
final class NewsletterRefusals {

    private NewsletterRefusals() {}

    static Refusal emailMissing() {
        return Refusal.input("You must specify an email address to subscribe to a newsletter.");
    }

    static Refusal emailInvalid() {
        return Refusal.input("Enter a valid email address.");
    }

    static Refusal guestsExcluded() {
        return Refusal.input("Guests can not subscribe to the newsletter. You must create an account to subscribe.");
    }

    /** There is no newsletter, or the address is somebody else's. */
    static Refusal cannotSubscribe() {
        return Refusal.input("Cannot create a newsletter subscription.");
    }

    /** Somebody has objected to marketing, or has the data restricted: the newsletter is nobody else's to begin. */
    static Refusal unwanted(long customerId) {
        return Refusal.input("The customer %customerId wants no marketing. Only the customer can subscribe again.")
                .with("customerId", customerId);
    }

    static Refusal alreadySubscribed() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "This email address is already subscribed.");
    }
}
