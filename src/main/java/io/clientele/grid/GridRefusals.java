package io.clientele.grid;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** What can be wrong with a view of the grid. */
final class GridRefusals {

    private GridRefusals() {}

    static Refusal noSuchView(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal nameTaken(String name) {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "A view with the name \"%1\" already exists.")
                .at(name);
    }

    static Refusal notAColumn(String field, String column) {
        return Refusals.invalidValue(field, column);
    }

    /** Views belong to a person; an integration has none. */
    static Refusal administratorNeeded() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "Views of the grid belong to administrators.");
    }

    static Refusal notTheOwner() {
        return Refusal.of(RefusalKind.AUTHORIZATION, "Only the owner of a view can change it.");
    }

    static Refusal noBillingAddress() {
        return Refusal.input("The customer has no default billing address.");
    }

    static Refusal tooMany(int most) {
        return Refusal.input("An administrator can save up to %1 views.").at(most);
    }
}
