package io.clientele.merge;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import io.clientele.shared.ShownTime;
import java.time.Instant;

/** Why a merge is not undone. */
final class MergeRefusals {

    private MergeRefusals() {}

    static Refusal missing(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal undoneAlready() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "The merge has been undone already.");
    }

    static Refusal tooLate(Instant until) {
        return Refusal.input("The merge could be undone until %until.").with("until", ShownTime.of(until));
    }

    /** What undoing takes was erased with one of the persons. */
    static Refusal forgotten() {
        return Refusal.input("The merge can't be undone: what it takes was erased.");
    }

    /** The account that stayed is part of a third one by now. */
    static Refusal mergedSince(long survivorId, long into) {
        return Refusal.input("The customer %survivorId was merged into the customer %intoId since."
                        + " Undo that merge first.")
                .with("survivorId", survivorId)
                .with("intoId", into);
    }
}
