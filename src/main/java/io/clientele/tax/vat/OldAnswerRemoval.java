package io.clientele.tax.vat;

import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Removes the service's answers that are reused no more, a batch at a time. Any number of instances may do it. */
@ApplicationScoped
class OldAnswerRemoval {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final VatAnswerRepository answers;
    private final Clock clock;

    OldAnswerRemoval(VatAnswerRepository answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "remove old answers about VAT numbers", this::remove);
    }

    void remove() {
        Instant before = clock.instant().minus(VatChecks.REUSED);
        Batches.remove(most -> answers.removeBefore(before, most));
    }
}
