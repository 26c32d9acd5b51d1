package io.clientele.pricing;

import io.clientele.shared.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What has become of the lines of a file so far. Refused lines beyond the first thousands are counted only. */
final class ImportResult {

    /** A file may hold millions of bad lines; the memory for telling of them is bounded. */
    private static final int MOST_TOLD = 10_000;

    private final List<LineFailure> failures = new ArrayList<>();
    private long received;
    private long created;
    private long updated;
    private long deleted;
    private long failed;

    /** @param line its number in the file, from 1 on */
    record LineFailure(long line, Refusal refusal) {}

    void received(long lines) {
        received += lines;
    }

    void stored(long created, long updated, long deleted) {
        this.created += created;
        this.updated += updated;
        this.deleted += deleted;
    }

    /** Notes a line that was left out, with all that is wrong with it. */
    void failed(long line, List<Refusal> refusals) {
        failed++;
        for (Refusal refusal : refusals) {
            List<Refusal> each = refusal.errors().isEmpty() ? List.of(refusal) : refusal.errors();
            each.stream().limit(MOST_TOLD - failures.size()).forEach(one -> failures.add(new LineFailure(line, one)));
        }
    }

    /** Forgets what was stored: the transaction of all of it is undone. */
    void undone() {
        created = 0;
        updated = 0;
        deleted = 0;
    }

    List<LineFailure> failures() {
        return failures;
    }

    long received() {
        return received;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }

    long deleted() {
        return deleted;
    }

    /** How many lines were left out. */
    long failed() {
        return failed;
    }
}
