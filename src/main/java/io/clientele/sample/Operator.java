package io.clientele.sample;

import io.clientele.shared.Caller;
import java.util.Set;

/** Who calls where no request does: the person at the terminal, who has the database's passwords at hand anyway. */
final class Operator {

    static final Caller CALLER = new Caller(Caller.Type.ADMIN, 0, Set.of(Caller.EVERYTHING), Set.of(), null, null, 0);

    private Operator() {}
}
