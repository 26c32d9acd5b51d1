package io.clientele.shared;

import java.util.function.IntUnaryOperator;

/** Removing much in small statements, so that no lock is held for long and no transaction grows large. */
public final class Batches {

    /** The most rows of one statement. */
    public static final int SIZE = 1_000;

    private static final int MOST = 50;

    private Batches() {}

    /**
     * Asks for batch after batch until one is not full, fifty times at most; the rest waits for the next time.
     *
     * @param remove removes up to so many rows and answers how many there were
     */
    public static void remove(IntUnaryOperator remove) {
        for (int i = 0; i < MOST && remove.applyAsInt(SIZE) == SIZE; i++) {
            Thread.onSpinWait();
        }
    }
}
