package io.clientele.massaction;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;

/** What can be wrong with an action on many customers. */
final class MassActionRefusals {

    private MassActionRefusals() {}

    static Refusal selectOneWay() {
        return Refusal.input("Select customers either by \"ids\" or by \"search_criteria\".");
    }

    static Refusal cannotBeUndone() {
        return Refusal.input("The action can't be undone.");
    }

    static Refusal notEnded() {
        return Refusal.input("The action has not ended yet.");
    }

    static Refusal undoneAlready() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "The action has been undone already.");
    }

    static Refusal changedSince() {
        return Refusal.input("The customer was changed again since.");
    }

    static Refusal noNewsletter() {
        return Refusal.input("There is no newsletter on the customer's website.");
    }
}
