package io.clientele.attribute;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
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

    static Refusal unknown(AttributeOwner owner, String code) {
        return Refusals.noSuchEntity("entityType", owner.code(), "attributeCode", code);
    }

    static Refusal codeTaken(String code) {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "An attribute with the same code (%1) already exists.")
                .at(code);
    }

    static Refusal invalidCode(String code) {
        return Refusal.input("Attribute code \"%1\" is invalid. Please use only letters (a-z), numbers (0-9) or"
                        + " underscore (_) in this field, and the first character should be a letter.")
                .at(code);
    }

    static Refusal codeTooLong(int most) {
        return Refusal.input("An attribute code must not be less than %1 and more than %2 characters.")
                .at(1, most);
    }

    static Refusal reservedCode(String code) {
        return Refusal.input("The attribute code \"%1\" is reserved by system. Please try another attribute code.")
                .at(code);
    }

    static Refusal tooMany(int most) {
        return Refusal.input("No more than %1 attributes can be defined.").at(most);
    }

    static Refusal inputIsFixed(String input) {
        return Refusal.input("The input type of an attribute cannot be changed. It is \"%1\".")
                .at(input);
    }

    static Refusal tooManyOptions(int most) {
        return Refusal.input("An attribute cannot have more than %1 options.").at(most);
    }

    static Refusal optionTwice(String label) {
        return Refusal.input("The option \"%1\" is there twice. The labels of options must be unique.")
                .at(label);
    }

    static Refusal optionInUse(String code, String value) {
        return Refusal.input("The option with Id %2 of attribute %1 is in use and cannot be removed.")
                .at(code, value);
    }

    static Refusal unknownForm(AttributeOwner owner, String form) {
        return Refusals.noSuchEntity("entityType", owner.code(), "formCode", form);
    }

    static Refusal imageUndecodable() {
        return Refusal.input("The image content must be valid base64 encoded data.");
    }

    static Refusal imageType() {
        return Refusal.input("The image MIME type is not valid or not supported.");
    }

    static Refusal imageName() {
        return Refusal.input("Provided image name contains forbidden characters.");
    }

    static Refusal extension(String label) {
        return Refusal.input("\"%1\" is not a valid file extension.").at(label);
    }

    static Refusal fileTooLarge(String label) {
        return Refusal.input("\"%1\" exceeds the allowed file size.").at(label);
    }

    static Refusal imageTooWide(String label, int most) {
        return Refusal.input("\"%1\" width exceeds allowed value of %2 px.").at(label, most);
    }

    static Refusal imageTooHigh(String label, int most) {
        return Refusal.input("\"%1\" height exceeds allowed value of %2 px.").at(label, most);
    }

    static Refusal noFile(String code) {
        return Refusals.noSuchEntity("attributeCode", code);
    }
}
