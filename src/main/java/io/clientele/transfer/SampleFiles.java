package io.clientele.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files to begin with: the columns of each kind and a few rows. */
final class SampleFiles {

    private SampleFiles() {}

    static ImportService.Content of(TransferKind kind) {
        return out -> {
            try (InputStream in = SampleFiles.class.getResourceAsStream("/transfer/samples/" + kind.code() + ".csv")) {
                Objects.requireNonNull(in, kind.code()).transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
