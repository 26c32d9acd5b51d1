package io.clientele.movein;

import io.clientele.shared.ShownTime;
import io.clientele.transfer.Counted;
import io.clientele.transfer.FileImports;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A shop that moves in, over REST.
 *
 * @param status {@code running}, {@code done} or {@code failed}
 * @param agrees whether all that the files name is here, and nothing was refused; false as long as it runs
 * @param counted what the files name, and what of it was found here after each was taken over
 * @param here all that was here at the end, with what was here before
 */
@Schema(name = "move-in")
public record MoveInBody(
        long id,
        String status,
        boolean agrees,
        List<FileBody> files,
        List<Counted> counted,
        List<Here> here,
        String createdAt,
        @Nullable String finishedAt) {

    /**
     * A file of the shop.
     *
     * @param importId its import, which tells why rows were refused
     * @param made how many things were made of its rows
     * @param changed how many were there and are now as the file says
     * @param unchanged how many were there and were as the file says
     * @param refused how many rows were left out
     */
    @Schema(name = "move-in-file")
    public record FileBody(
            long importId,
            String entity,
            String fileName,
            String status,
            @Nullable String message,
            long rows,
            long made,
            long changed,
            long unchanged,
            long refused) {

        static FileBody of(MoveIn.File file) {
            FileImports.State state = file.state();
            return new FileBody(
                    file.importId(),
                    state.entity(),
                    state.fileName(),
                    state.status(),
                    state.message().isEmpty() ? null : state.message(),
                    state.rows(),
                    state.created(),
                    state.updated() - state.unchanged(),
                    state.unchanged(),
                    state.refused());
        }
    }

    static MoveInBody of(MoveIn move) {
        return new MoveInBody(
                move.id(),
                move.status(),
                move.agrees(),
                move.files().stream().map(FileBody::of).toList(),
                move.counted(),
                move.here(),
                ShownTime.of(move.createdAt()),
                move.finishedAt() == null ? null : ShownTime.of(move.finishedAt()));
    }
}
