package io.clientele.customer;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with an account, in the contract's words. Where the contract fills in a label itself there is no
 * parameter.
 */
public final class CustomerRefusals {

    private CustomerRefusals() {}

    public static Refusal missing(long id) {
        return Refusals.noSuchEntity("customerId", id);
    }

    public static Refusal emailTaken() {
        return Refusal.of(
                RefusalKind.ALREADY_EXISTS,
                "A customer with the same email address already exists in an associated website.");
    }

    /** The same for a new account, which the contract calls a wrong input. */
    static Refusal emailTakenAlready() {
        return Refusal.input(emailTaken().template());
    }

    static Refusal externalIdTaken() {
        return Refusal.of(
                RefusalKind.ALREADY_EXISTS, "A customer with the same external id already exists in the website.");
    }

    static Refusal mergedWithItself() {
        return Refusal.input("A customer can't be merged with itself.");
    }

    static Refusal mergedWhileRestricted() {
        return Refusal.input("Customers can't be merged while the data of one of them is restricted.");
    }

    /** What somebody wishes to be kept and not used. */
    public static Refusal restricted(long id) {
        return Refusal.input("The data of the customer %id is restricted: it is kept and not used.")
                .with("id", id);
    }

    static Refusal mergedAcrossWebsites() {
        return Refusal.input("Customers of different websites can't be merged unless accounts are shared globally.");
    }

    /** An account that is there no more, because it is part of another. */
    static Refusal mergedAlready(long id, long survivor) {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "The customer %id was merged into the customer %survivorId.")
                .with("id", id)
                .with("survivorId", survivor);
    }

    /** A key of the caller's own that a merged account had. */
    public static Refusal externalIdMerged(String externalId, long survivor) {
        return Refusal.of(
                        RefusalKind.ALREADY_EXISTS,
                        "The customer with the external id %externalId was merged into the customer %survivorId.")
                .with("externalId", externalId)
                .with("survivorId", survivor);
    }

    /** An account cannot come back to a website that is gone. */
    static Refusal websiteGone(int websiteId) {
        return Refusal.input("The website %websiteId of the merged customer does not exist any more.")
                .with("websiteId", websiteId);
    }

    static Refusal emailMissing() {
        return Refusal.input("The customer email is missing. Enter and try again.");
    }

    static Refusal emailInvalid() {
        return Refusal.input("\"Email\" is not a valid email address.");
    }

    static Refusal valueMissing(String label) {
        return Refusal.input("\"" + label + "\" is a required value.");
    }

    static Refusal bornTomorrow() {
        return Refusal.input("The Date of Birth should not be greater than today.");
    }

    static Refusal invalidDate() {
        return Refusal.input("Invalid date");
    }

    public static Refusal invalidGender(@Nullable Object value) {
        return Refusal.input("\"%1\" is not a valid gender value.").at(String.valueOf(value));
    }

    static Refusal noSuchGroup() {
        return Refusal.input("The specified customer group id does not exist.");
    }

    static Refusal storeNotInWebsite() {
        return Refusal.input("The store view is not in the associated website.");
    }

    static Refusal passwordNeeded() {
        return Refusal.input("Provide the current \"password\" to change \"email\".");
    }

    static Refusal notConfirmed() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "This account isn't confirmed. Verify and try again.");
    }

    static Refusal locked() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "The account is locked.");
    }

    /** The current password given to change something is wrong, as REST says it. */
    static Refusal wrongPassword() {
        return Refusal.of(
                RefusalKind.AUTHENTICATION,
                "The password doesn't match this account. Verify the password and try again.");
    }

    /** The same as GraphQL says it. */
    public static Refusal invalidLoginOrPassword() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "Invalid login or password.");
    }

    /** A part of the store hierarchy cannot go while somebody belongs to it. */
    static Refusal hasCustomers(String what) {
        return Refusal.input("This %1 cannot be deleted because customers belong to it.")
                .at(what);
    }

    /** Accounts cannot be shared while an address has several; names some of them. */
    static Refusal emailsCollide(List<String> emails) {
        return Refusal.input("We can't share customer accounts globally when the accounts share identical email"
                        + " addresses on more than one website. Colliding: %emails")
                .with("emails", emails);
    }
}
