package io.clientele.tax;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** The refusals of tax classes. */
public final class TaxClassRefusals {

    private TaxClassRefusals() {}

    static Refusal unknown(int id) {
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

    /** @param label what uses the class, in the singular: {@code customer group} */
    public static Refusal inUse(String label) {
        return Refusal.input("You cannot delete this tax class because it is used in existing %1(s).")
                .at(label);
    }
}
