package io.clientele.customer;

import io.clientele.shared.outbox.Outbox;
import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import io.clientele.tax.vat.VatAnswer;
import io.clientele.tax.vat.VatChecks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Asks again about VAT numbers whose answer came too late or not at all, and moves their customers when it comes. */
@ApplicationScoped
class LateVatChecks implements OutboxTopic {

    private static final String NAME = "customer-vat";

    /** Nobody waits for it, and some states take long. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final GroupAssignment assignment;
    private final VatChecks checks;

    @Inject
    LateVatChecks(GroupAssignment assignment, VatChecks checks) {
        this.assignment = assignment;
        this.checks = checks;
    }

    /**
     * What is to be asked about again.
     *
     * @param groupId the group the customer was given for the time being
     */
    record Late(long customerId, int groupId) {}

    static void add(Outbox outbox, long customerId, int groupId) {
        outbox.add(NAME, "customer " + customerId, new Late(customerId, groupId));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void handle(OutboxMessage message) {
        Late late = message.read(Late.class);
        Optional<GroupAssignment.Open> open =
                QuarkusTransaction.requiringNew().call(() -> assignment.open(late.customerId()));
        if (open.isEmpty()) {
            return;
        }
        VatAnswer answer = checks.ask(open.get().question(), LIMIT)
                .orElseThrow(() -> new IllegalStateException("the VAT number service does not answer"));
        QuarkusTransaction.requiringNew()
                .run(() -> assignment.settle(late.customerId(), late.groupId(), open.get(), answer));
    }
}
