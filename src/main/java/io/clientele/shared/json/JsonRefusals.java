package io.clientele.shared.json;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** What is wrong with a body, in the contract's words. */
final class JsonRefusals {

    private JsonRefusals() {}

    static Refusal undecodable() {
        return Refusal.input("Decoding error.");
    }

    static Refusal tooLarge(long bytes) {
        return Refusal.of(RefusalKind.TOO_LARGE, "The request body is larger than %1 bytes.")
                .at(bytes);
    }

    /** A value at the top of the body, or of a query parameter, that is not of its type. */
    static Refusal wrongType(String value, String type) {
        return Refusal.input(
                        "The \"%value\" value's type is invalid. The \"%type\" type was expected. Verify and try again.")
                .with("value", value)
                .with("type", type);
    }

    /** A value inside an object that is not of its type. */
    static Refusal failedProperty(String name, Refusal why) {
        return Refusal.input("Error occurred during \"%field_name\" processing. %details")
                .with("field_name", name)
                .with("details", why.rendered());
    }

    static Refusal notAValue(String name) {
        return Refusal.input("\"%field_name\" does not contains valid value.").with("field_name", name);
    }

    static Refusal unknownProperty(String upperCamelName) {
        return Refusal.input("\"%fieldName\" is not supported. Correct the field name and try again.")
                .with("fieldName", upperCamelName);
    }

    static Refusal emptyAttribute() {
        return Refusal.input("An empty custom attribute is specified. Enter the attribute and try again.");
    }

    static Refusal attributeWithoutCode() {
        return Refusal.input(
                "A custom attribute is specified with a missing attribute code. Verify the code and try again.");
    }

    static Refusal attributeWithoutValue(String code) {
        return Refusal.input("The \"%attribute_code\" attribute code doesn't have a value set."
                        + " Enter the value and try again.")
                .with("attribute_code", code);
    }
}
