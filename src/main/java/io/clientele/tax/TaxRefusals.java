package io.clientele.tax;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** The refusals of tax classes, rates and rules, in the contract's words. */
public final class TaxRefusals {

    private TaxRefusals() {}

    static Refusal unknownClass(int id) {
        return Refusals.noSuchEntity("class_id", id);
    }

    static Refusal unknownType(String type) {
        return Refusals.invalidValue("class_type", type);
    }

    static Refusal typeIsFixed() {
        return Refusal.input("Updating classType is not allowed.");
    }

    static Refusal nameTaken(TaxClassType type) {
        return Refusal.input("A class with the same name already exists for ClassType %1.")
                .at(type.name());
    }

    static Refusal usedInRules() {
        return Refusal.input("You cannot delete this tax class because it is used in Tax Rules."
                + " You have to delete the rules it is used in first.");
    }

    /** @param label what uses the class, in the singular: {@code customer group} */
    public static Refusal inUse(String label) {
        return Refusal.input("You cannot delete this tax class because it is used in existing %1(s).")
                .at(label);
    }

    static Refusal unknownRate(int id) {
        return Refusals.noSuchEntity("taxRateId", id);
    }

    static Refusal unknownRule(int id) {
        return Refusals.noSuchEntity("taxRuleId", id);
    }

    static Refusal codeTaken() {
        return Refusal.input("%1 already exists.").at("Code");
    }

    static Refusal rangeEndsBeforeItBegins() {
        return Refusal.input("Range To should be equal or greater than Range From.");
    }

    static Refusal rateInUse() {
        return Refusal.input("The tax rate cannot be removed. It exists in a tax rule.");
    }
}
