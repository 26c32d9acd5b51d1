package io.clientele.attribute;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** The refusals of attributes and of their values. */
final class AttributeRefusals {

    private AttributeRefusals() {}

    static Refusal unknownCode(String code) {
        return Refusal.input("Attribute code \"%1\" could not be found.").at(code);
    }

    static Refusal required(String label) {
        return Refusal.input("\"%1\" is a required value.").at(label);
    }

    /** The value is not of a kind the attribute takes at all. */
    static Refusal wrongValue(String code, String value) {
        return Refusals.invalidValue(code, value);
    }

    static Refusal unknownOption(String code, String value) {
        return Refusal.input("Attribute %1 does not contain option with Id %2").at(code, value);
    }

    static Refusal invalidDate() {
        return Refusal.input("Invalid date");
    }

    static Refusal dateOutside(String from, String to, String label) {
        return Refusal.input("Please enter a valid date between %1 and %2 at %3.")
                .at(from, to, label);
    }

    static Refusal dateTooEarly(String from, String label) {
        return Refusal.input("Please enter a valid date equal to or greater than %1 at %2.")
                .at(from, label);
    }

    static Refusal dateTooLate(String to, String label) {
        return Refusal.input("Please enter a valid date less than or equal to %1 at %2.")
                .at(to, label);
    }

    static Refusal tooLong(String label, int most) {
        return Refusal.input("\"%1\" length must be equal or less than %2 characters.")
                .at(label, most);
    }

    static Refusal tooShort(String label, int least) {
        return Refusal.input("\"%1\" length must be equal or greater than %2 characters.")
                .at(label, least);
    }

    static Refusal tooManyLines(String label, int most) {
        return Refusal.input("\"%1\" cannot contain more than %2 lines.").at(label, most);
    }

    static Refusal notAlphanumeric(String label) {
        return Refusal.input("\"%1\" contains non-alphabetic or non-numeric characters.")
                .at(label);
    }

    static Refusal notNumeric(String label) {
        return Refusal.input("\"%1\" contains non-numeric characters.").at(label);
    }

    static Refusal notAlphabetic(String label) {
        return Refusal.input("\"%1\" contains non-alphabetic characters.").at(label);
    }

    static Refusal notAnEmail(String label) {
        return Refusal.input("\"%1\" is not a valid email address.").at(label);
    }

    static Refusal notAUrl(String label) {
        return Refusal.input("\"%1\" is not a valid URL.").at(label);
    }

    static Refusal notADate(String label) {
        return Refusal.input("\"%1\" is not a valid date.").at(label);
    }

    static Refusal notAFile(String label) {
        return Refusal.input("\"%1\" is not a valid file.").at(label);
    }
}
