package io.clientele.shared.load;

import io.clientele.shared.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What has become of the lines of a load so far. Refused lines beyond the first thousands are counted only. */
public final class LoadResult {

    /** A file may hold millions of bad lines; the memory for telling of them is bounded. */
    private static final int MOST_TOLD = 10_000;

    private final List<LineFailure> failures = new ArrayList<>();
    private long received;
    private long created;
    private long updated;
    private long deleted;
    private long ignored;
    private long waiting;
    private long failed;

    /** @param line its number in the file, from 1 on */
    public record LineFailure(long line, Refusal refusal) {}

    public void received(long lines) {
        received += lines;
    }

    public void stored(long created, long updated, long deleted) {
        this.created += created;
        this.updated += updated;
        this.deleted += deleted;
    }

    /** Notes lines that say what is known already, or is known better. */
    public void ignored(long lines) {
        ignored += lines;
    }

    /** Notes lines that are kept until that comes to which they belong. */
    public void waiting(long lines) {
        waiting += lines;
    }

    /** Notes a line that was left out, with all that is wrong with it. */
    public void failed(long line, List<Refusal> refusals) {
        failed++;
        for (Refusal refusal : refusals) {
            List<Refusal> each = refusal.errors().isEmpty() ? List.of(refusal) : refusal.errors();
            each.stream().limit(MOST_TOLD - failures.size()).forEach(one -> failures.add(new LineFailure(line, one)));
        }
    }

    /** Forgets what was stored: the transaction of all of it is undone. */
    public void undone() {
        created = 0;
        updated = 0;
        deleted = 0;
    }

    public List<LineFailure> failures() {
        return failures;
    }

    public long received() {
        return received;
    }

    public long created() {
        return created;
    }

    public long updated() {
        return updated;
    }

    public long deleted() {
        return deleted;
    }

    public long ignored() {
        return ignored;
    }

    public long waiting() {
        return waiting;
    }

    /** How many lines were left out. */
    public long failed() {
        return failed;
    }
}
