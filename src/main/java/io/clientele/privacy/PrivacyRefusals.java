package io.clientele.privacy;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** The refusals of this feature. */
final class PrivacyRefusals {

    private PrivacyRefusals() {}

    static Refusal noSuchRequest(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal onePerson() {
        return Refusal.input("Name the person by either customer_id or email.");
    }

    static Refusal ownOnly() {
        return Refusal.input("A customer can ask for the own account only.");
    }

    static Refusal badEmail() {
        return Refusal.input("Please enter a valid email address.");
    }

    static Refusal tooMany() {
        return Refusal.of(RefusalKind.TOO_MANY, "Too many privacy requests. Please wait and try again later.");
    }

    static Refusal wrongLink() {
        return Refusal.input("The link is not valid, or its time is over.");
    }

    static Refusal notWaiting() {
        return Refusal.input("The privacy request does not wait for a verification.");
    }

    static Refusal hasEnded(RequestStatus status) {
        return Refusal.input("The privacy request can't be changed while it is %status.")
                .with("status", status.code());
    }

    static Refusal extendedBefore() {
        return Refusal.input("The time for the privacy request was extended before.");
    }

    static Refusal noFile() {
        return Refusal.input("There is no file of this privacy request, or its time is over.");
    }

    static Refusal tooLong(String field, int most) {
        return Refusals.tooLong(field, most);
    }
}
