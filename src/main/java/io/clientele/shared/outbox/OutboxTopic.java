package io.clientele.shared.outbox;

/** A kind of work for later. Each bean of this type is found by its name. */
public interface OutboxTopic {

    /** What {@link Outbox#add} names it by; never changed, since messages of an older release may wait. */
    String name();

    /**
     * Does the work of one message, without a transaction of the caller's. It may be called again for a message whose
     * work is done already, when an instance ended before it could say so; it must end within {@link
     * OutboxQueue#LEASE}.
     *
     * @throws PermanentFailure when trying again is of no use
     * @throws RuntimeException when it is to be tried again later
     */
    void handle(OutboxMessage message);

    /**
     * How many new messages a runner takes at a time, from 1 on. They are handled one after another and forgotten together: an
     * instance that ends in between leaves up to so many that are done once more. One that was tried before is taken alone.
     */
    default int mostTaken() {
        return 1;
    }

    /**
     * After how many tries a message is parked. With pauses from one second, doubled up to an hour, sixty tries are two
     * days.
     */
    default int mostTries() {
        return 60;
    }
}
