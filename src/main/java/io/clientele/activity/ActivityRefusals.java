package io.clientele.activity;

import io.clientele.shared.Refusal;

/** The refusals of facts that shops report. */
final class ActivityRefusals {

    private ActivityRefusals() {}

    /** One fact takes more bytes than one may. */
    static Refusal tooLarge(int most) {
        return Refusal.input("The fact is larger than %1 bytes.").at(most);
    }

    static Refusal deletedMeanwhile() {
        return Refusal.input("What the fact refers to was deleted meanwhile. Try again.");
    }
}
