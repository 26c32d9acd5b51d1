package io.clientele.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;

/**
 * Customers in the order of their ids, part after part: while one part is written the next one is read, so that two of them are in
 * memory at most. The first one is read at once.
 */
final class ExportParts {

    /** The most customers of a part. */
    static final int MOST = 1_000;

    private final LongFunction<List<ExportedCustomer>> parts;
    private final List<ExportedCustomer> first;

    /** @param parts the part that begins after an id, full unless it is the last one; asked for on any thread */
    ExportParts(LongFunction<List<ExportedCustomer>> parts) {
        this.parts = parts;
        this.first = parts.apply(Long.MIN_VALUE);
    }

    /** Takes a customer. */
    @FunctionalInterface
    interface Taker {

        void take(ExportedCustomer customer) throws IOException;
    }

    /**
     * Hands every customer over.
     *
     * @throws IOException what the taker throws; a part that is being read then is read to its end and thrown away
     */
    void forEach(Taker taker) throws IOException {
        List<ExportedCustomer> part = first;
        while (!part.isEmpty()) {
            FutureTask<List<ExportedCustomer>> next = after(part);
            for (ExportedCustomer customer : part) {
                taker.take(customer);
            }
            part = ended(next);
        }
    }

    private FutureTask<List<ExportedCustomer>> after(List<ExportedCustomer> part) {
        long last = part.getLast().id();
        if (part.size() < MOST) {
            List<ExportedCustomer> nobody = List.of();
            FutureTask<List<ExportedCustomer>> none = new FutureTask<>(() -> nobody);
            none.run();
            return none;
        }
        FutureTask<List<ExportedCustomer>> next = new FutureTask<>(() -> parts.apply(last));
        Thread.ofVirtual().name("export-part").start(next);
        return next;
    }

    private static List<ExportedCustomer> ended(FutureTask<List<ExportedCustomer>> part) throws IOException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the export was interrupted");
        }
    }
}
