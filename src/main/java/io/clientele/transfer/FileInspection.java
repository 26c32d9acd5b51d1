package io.clientele.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Looks through a file as a whole before it is accepted: whether it can be read to its end, and how many rows it has. */
@ApplicationScoped
class FileInspection {

    /** How ZIP, gzip, bzip2, xz and Zstandard begin. */
    private static final byte[][] COMPRESSED = {
        {'P', 'K', 3, 4}, {0x1f, (byte) 0x8b}, {'B', 'Z', 'h'}, {(byte) 0xfd, '7', 'z', 'X'}, {0x28, (byte) 0xb5, 0x2f}
    };

    private final OpenFiles files;

    @Inject
    FileInspection(OpenFiles files) {
        this.files = files;
    }

    /**
     * How many rows it has.
     *
     * @throws io.clientele.shared.Refusal when it is empty, compressed, cannot be read, or has not the columns it must have
     */
    long rows(Upload upload, ImportDraft how) {
        try (InputStream in = new BufferedInputStream(upload.open())) {
            demandPlain(in);
            RowGroups groups = files.groups(how, in);
            long rows = 0;
            for (RowGroup group = groups.next(); group != null; group = groups.next()) {
                rows += group.size();
            }
            if (rows == 0) {
                throw TransferRefusals.empty();
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandPlain(InputStream in) throws IOException {
        in.mark(16);
        byte[] beginning = in.readNBytes(4);
        in.reset();
        for (byte[] mark : COMPRESSED) {
            boolean same = beginning.length >= mark.length;
            for (int i = 0; same && i < mark.length; i++) {
                same = beginning[i] == mark[i];
            }
            if (same) {
                throw TransferRefusals.compressed();
            }
        }
    }
}
