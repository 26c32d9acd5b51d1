package io.clientele.presence;

import io.clientele.shared.GraphQLPreflight;
import io.clientele.shared.MutationParticipant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the visitor of a GraphQL request, and notes whoever has changed something by one. */
@ApplicationScoped
class VisitPreflight implements GraphQLPreflight, MutationParticipant {

    private static final int ORDER = 40;

    private final PresenceService presence;
    private final CurrentVisit visit;

    VisitPreflight(PresenceService presence, CurrentVisit visit) {
        this.presence = presence;
        this.visit = visit;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void check(Function<String, @Nullable String> header) {
        visit.from(header.apply(CurrentVisit.HEADER), header.apply("Referer"));
    }

    @Override
    public void mutated() {
        presence.active();
    }
}
