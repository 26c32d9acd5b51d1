package io.clientele.shared;

/** The refusals every feature shares, in the contract's words. */
public final class Refusals {

    private Refusals() {}

    /** A required value is missing. */
    public static Refusal required(String fieldName) {
        return Refusal.input("\"%fieldName\" is required. Enter and try again.").with("fieldName", fieldName);
    }

    /** Nothing has that key. */
    public static Refusal noSuchEntity(String fieldName, Object fieldValue) {
        return Refusal.of(RefusalKind.NO_SUCH_ENTITY, "No such entity with %fieldName = %fieldValue")
                .with("fieldName", fieldName)
                .with("fieldValue", fieldValue);
    }

    /** Nothing has that pair of keys. */
    public static Refusal noSuchEntity(String fieldName, Object fieldValue, String field2Name, Object field2Value) {
        return Refusal.of(
                        RefusalKind.NO_SUCH_ENTITY,
                        "No such entity with %fieldName = %fieldValue, %field2Name = %field2Value")
                .with("fieldName", fieldName)
                .with("fieldValue", fieldValue)
                .with("field2Name", field2Name)
                .with("field2Value", field2Value);
    }

    /** The value is not one the field may have. */
    public static Refusal invalidValue(String fieldName, Object value) {
        return Refusal.input("Invalid value of \"%value\" provided for the %fieldName field.")
                .with("fieldName", fieldName)
                .with("value", value);
    }

    /** A person's name has signs a name does not have, or too many of them. */
    public static Refusal invalidName(String label) {
        return Refusal.input(label + " is not valid!");
    }

    /** A text has more characters than its field takes. */
    public static Refusal tooLong(String label, int most) {
        return Refusal.input("\"" + label + "\" length must be equal or less than " + most + " characters.");
    }

    /** A list has more objects than the shop's input limits allow. */
    public static Refusal tooManyItems(String type, int most) {
        return Refusal.input("Maximum items of type \"%type\" is %max")
                .with("type", type)
                .with("max", most);
    }

    /** The caller lacks the resource a route demands. */
    public static Refusal notAllowed(String resources) {
        return Refusal.of(RefusalKind.AUTHORIZATION, "The consumer isn't authorized to access %resources.")
                .with("resources", resources);
    }

    /** A customer is needed and the caller is not one (the wording of the GraphQL edge). */
    public static Refusal customerNeeded() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "The current customer isn't authorized.");
    }

    /** An administrator acts for the customer, and this is the customer's alone to do. */
    public static Refusal onlyTheCustomer() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "This can't be done on behalf of the customer.");
    }

    /** Sign-in failed, for whatever reason: the answer does not tell which. */
    public static Refusal signInFailed() {
        return Refusal.of(
                RefusalKind.AUTHENTICATION,
                "The account sign-in was incorrect or your account is disabled temporarily."
                        + " Please wait and try again later.");
    }

    /** The thing is not, or no longer, of the version the caller wants to change. */
    public static Refusal changedMeanwhile() {
        return Refusal.of(
                RefusalKind.PRECONDITION_FAILED,
                "The version you want to change is not the current one. Read the current one and try again.");
    }
}
