package io.clientele.group;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** The refusals of customer groups. */
final class GroupRefusals {

    private GroupRefusals() {}

    static Refusal unknown(int id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal codeMissing() {
        return Refusals.required("code");
    }

    static Refusal codeIsFixed(String code) {
        return Refusals.invalidValue("code", code);
    }

    static Refusal codeTaken() {
        return Refusal.input("Customer Group already exists.");
    }

    static Refusal taxClass(int id) {
        return Refusals.invalidValue("taxClassId", id);
    }

    static Refusal website(int id) {
        return Refusals.invalidValue("excludeWebsiteIds", id);
    }

    static Refusal notADefault(String value) {
        return Refusals.invalidValue("value", value);
    }

    static Refusal notDeletable() {
        return Refusal.input("Cannot delete group.");
    }

    static Refusal sharingIsOff() {
        return Refusal.input("Sharing customer group information is disabled or not configured.");
    }
}
