package io.clientele.access;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import java.util.List;

/** The refusals of administrators, roles and tokens. */
final class AccessRefusals {

    private AccessRefusals() {}

    static Refusal unavailable() {
        return Refusal.of(RefusalKind.UNAVAILABLE, "The service is temporarily unavailable. Please try again later.");
    }

    static Refusal tooMany() {
        return Refusal.of(RefusalKind.TOO_MANY, "Too Many Requests");
    }

    static Refusal unreadableHash() {
        return Refusal.input("The password hash has a format that is not known.");
    }

    static Refusal deadToken() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "The current customer isn't authorized.");
    }

    static Refusal sessionNotRenewable() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "The refresh token is not valid. Please sign in again.");
    }

    static Refusal keyInUse() {
        return Refusal.input("The key that signs tokens can't be removed. Make another one and try again.");
    }

    static Refusal unknownRole(long id) {
        return Refusals.noSuchEntity("role_id", id);
    }

    static Refusal unknownUser(long id) {
        return Refusals.noSuchEntity("user_id", id);
    }

    static Refusal usernameTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "A user with the same user name already exists.");
    }

    static Refusal emailTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "A user with the same email already exists.");
    }

    static Refusal roleNameTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "A role with the same name already exists.");
    }

    static Refusal roleInUse() {
        return Refusal.input("The role can't be deleted because it is assigned to users.");
    }

    static Refusal ownAccount() {
        return Refusal.input("You can't delete or deactivate your own account.");
    }

    static Refusal lastFullAdministrator() {
        return Refusal.input("At least one active user must keep a role with all resources and all websites.");
    }

    static Refusal websiteOfRole(String role) {
        return Refusal.input("The website can't be deleted because the role \"%1\" is limited to it.")
                .at(role);
    }

    static Refusal tooLong(String fieldName, int most) {
        return Refusal.input("\"%fieldName\" is too long. Enter at most %length characters.")
                .with("fieldName", fieldName)
                .with("length", most);
    }

    static Refusal passwordIsEmail() {
        return Refusal.input(
                "The password can't be the same as the email address. Create a new password and try again.");
    }

    static Refusal passwordTooLong(int most) {
        return Refusal.input("Please enter a password with at most %1 characters.")
                .at(most);
    }

    static Refusal passwordTooShort(int least) {
        return Refusal.input("The password needs at least %1 characters. Create a new password and try again.")
                .at(least);
    }

    static Refusal passwordEndsInSpace() {
        return Refusal.input("The password can't begin or end with a space. Verify the password and try again.");
    }

    static Refusal passwordTooCommon() {
        return Refusal.input("The password is too common. Create a new password and try again.");
    }

    /** Needs more of the four classes of characters. */
    static Refusal passwordTooPlain(int classes) {
        return Refusal.input("Minimum of different classes of characters in password is %1. Classes of characters:"
                        + " Lower Case, Upper Case, Digits, Special Characters.")
                .at(classes);
    }

    /** The password was right and a code is needed, which the plain route does not take. */
    static Refusal codeNeeded() {
        return Refusal.of(
                        RefusalKind.AUTHENTICATION, "Please use the 2fa provider-specific endpoints to obtain a token.")
                .with("active_providers", List.of(SecondFactors.PROVIDER));
    }

    /** The password was right and a second factor must be configured first. */
    static Refusal secondFactorNeeded() {
        return Refusal.input("You are required to configure personal Two-Factor Authorization in order to login."
                + " Please check your email.");
    }

    static Refusal noSecondFactor() {
        return Refusal.input("Provider is not configured.");
    }

    static Refusal secondFactorActive() {
        return Refusal.input("Provider is already configured.");
    }

    static Refusal deadConfigurationToken() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "Invalid two-factor authorization token");
    }

    static Refusal wrongCode() {
        return Refusal.of(RefusalKind.AUTHENTICATION, "Invalid code.");
    }

    static Refusal ownSecondFactor() {
        return Refusal.input("You can't reset your own second factor. Another administrator can.");
    }
}
