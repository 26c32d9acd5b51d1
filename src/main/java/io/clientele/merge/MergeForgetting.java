package io.clientele.merge;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerParticipant;
import io.clientele.customer.MergedCustomers;
import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Forgets what undoing takes, once its time is over or the account that stayed is deleted. Any number of instances may do it.
 */
@ApplicationScoped
class MergeForgetting implements CustomerParticipant {

    private static final Duration EVERY = Duration.ofMinutes(10);

    private final MergeRepository merges;
    private final MergedCustomers merged;
    private final Clock clock;

    @Inject
    MergeForgetting(MergeRepository merges, MergedCustomers merged, Clock clock) {
        this.merges = merges;
        this.merged = merged;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "forget what undoing merges takes", this::forget);
    }

    void forget() {
        Batches.remove(this::forget);
    }

    @Transactional
    int forget(int most) {
        List<Long> over = merges.forget(clock.instant(), most);
        merged.forgetAddresses(over);
        return over.size();
    }

    @Override
    public void deleting(List<Customer> customers) {
        merges.remove(customers.stream().map(Customer::id).toList());
    }
}
