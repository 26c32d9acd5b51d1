package io.clientele.transfer;

import io.clientele.shared.ShownTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An import over REST.
 *
 * @param status {@code waiting}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
 * @param rows how many rows the file has
 * @param done how many rows have been gone through; those that are checked first, twice
 * @param failed how many rows were refused
 * @param updated how many of what the rows are were there already
 * @param unchanged how many of these were as the file says
 * @param startedBy who has sent it; null for the terminal
 * @param seconds how long it took, or has taken when it ended
 */
@Schema(name = "import")
public record ImportBody(
        long id,
        @Nullable Long jobId,
        String entity,
        String behavior,
        String format,
        String validationStrategy,
        int allowedErrorCount,
        boolean checkOnly,
        @Nullable String fileName,
        long fileSize,
        String status,
        @Nullable String message,
        long rows,
        long done,
        long failed,
        long created,
        long updated,
        long deleted,
        long unchanged,
        @Nullable StarterBody startedBy,
        String createdAt,
        @Nullable String finishedAt,
        @Nullable Long seconds) {

    /**
     * Who has sent it.
     *
     * @param type the contract's number of the kind of caller: 1 for integrations, 2 for administrators
     */
    @Schema(name = "import-starter")
    public record StarterBody(int type, long id) {}

    static ImportBody of(Import run) {
        ImportDraft how = run.how();
        return new ImportBody(
                run.id(),
                run.jobId(),
                how.kind().code(),
                how.behavior().code(),
                how.format().code(),
                how.stopsOnErrors() ? ImportDraft.STOP : ImportDraft.SKIP,
                how.allowedErrors(),
                how.checkOnly(),
                how.fileName(),
                run.bytes(),
                run.status(),
                run.message(),
                run.rows(),
                run.done(),
                run.failed(),
                run.counts().created(),
                run.counts().updated(),
                run.counts().deleted(),
                run.counts().unchanged(),
                starter(run.starterType(), run.starterId()),
                ShownTime.of(run.createdAt()),
                run.finishedAt() == null ? null : ShownTime.of(run.finishedAt()),
                run.finishedAt() == null
                        ? null
                        : run.finishedAt().getEpochSecond() - run.createdAt().getEpochSecond());
    }

    private static @Nullable StarterBody starter(@Nullable Integer type, @Nullable Long id) {
        return type == null || id == null ? null : new StarterBody(type, id);
    }
}
