package io.clientele.movein;

import io.clientele.transfer.Counted;
import io.clientele.transfer.FileImports;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shop that moves in, or has.
 *
 * @param status {@code running}, {@code done} or {@code failed}
 * @param files one for each file, in their order
 * @param here what was here when it ended, with all that was here before; empty until then
 * @param finishedAt null until it has ended
 */
record MoveIn(
        long id,
        String status,
        List<File> files,
        List<Here> here,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    /** A file and what has become of it. */
    record File(long importId, FileImports.State state) {}

    boolean isOpen() {
        return finishedAt == null;
    }

    /** What the files name and what of it is here, each thing once. */
    List<Counted> counted() {
        Map<String, Counted> all = new LinkedHashMap<>();
        files.stream()
                .flatMap(file -> file.state().counted().stream())
                .forEach(each -> all.merge(each.key(), each, Counted::plus));
        return List.copyOf(all.values());
    }

    long refused() {
        return files.stream().mapToLong(file -> file.state().refused()).sum();
    }

    /** Whether all that the files name is here, and nothing was refused. */
    boolean agrees() {
        return status.equals(DONE) && refused() == 0 && counted().stream().allMatch(Counted::agrees);
    }
}
