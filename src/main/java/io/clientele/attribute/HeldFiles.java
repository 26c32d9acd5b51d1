package io.clientele.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;

/**
 * Files whose owner is gone or has another value now, and may get them back until some time: nobody reads them meanwhile.
 * All in the transaction in hand.
 */
@ApplicationScoped
public class HeldFiles {

    private final AttributeFileRepository files;

    @Inject
    HeldFiles(AttributeFileRepository files) {
        this.files = files;
    }

    /**
     * Lets a customer's files go: those of addresses and the values named to another customer, the rest is held.
     *
     * @param taken paths of the customer's own values that the other takes over
     */
    public void handOver(long from, long to, Collection<String> taken, Instant until) {
        files.handOver(from, to, taken);
        files.holdAll(from, until);
    }

    /** Holds files of a customer who has other values in their place. */
    public void hold(long customerId, Collection<String> paths, Instant until) {
        if (!paths.isEmpty()) {
            files.hold(customerId, paths, until);
        }
    }

    /**
     * Gives a customer back what is held and what was handed over.
     *
     * @param taken paths of own values that another customer has taken over
     * @param addressIds addresses that are the customer's again
     * @return how many of the values taken over were there to be given back
     */
    public int giveBack(long customerId, long from, Collection<String> taken, Collection<Long> addressIds) {
        files.release(customerId);
        files.ofAddresses(from, customerId, addressIds);
        return taken.isEmpty() ? 0 : files.take(from, customerId, taken);
    }

    /** Gives a customer back these of the files that are held. */
    public void release(long customerId, Collection<String> paths) {
        if (!paths.isEmpty()) {
            files.release(customerId, paths);
        }
    }

    /** Removes what is held for a customer. */
    public void forget(long customerId) {
        files.forgetHeld(customerId);
    }
}
