package io.clientele.transfer;

import io.clientele.access.SecretSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the files of imports in the database, in pieces, so that any instance can go on with any of them. They are sealed: there
 * are passwords in them, and names of people who may be forgotten.
 */
@ApplicationScoped
class KeptFiles {

    private static final int PIECE = 1 << 19;
    private static final String PURPOSE = "import";

    private final FilePieceRepository pieces;
    private final SecretSeal seal;

    @Inject
    KeptFiles(FilePieceRepository pieces, SecretSeal seal) {
        this.pieces = pieces;
        this.seal = seal;
    }

    /** Keeps the file, in the transaction in hand. */
    void keep(long importId, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                pieces.add(importId, number++, seal.close(PURPOSE, importId, piece));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(long importId) {
        return pieces.find(importId, 0).isPresent();
    }

    /** The file, of which one piece at a time is in memory. */
    InputStream open(long importId) {
        return new Pieces(importId);
    }

    private final class Pieces extends InputStream {

        private final long importId;
        private byte[] piece = {};
        private int at;
        private int number;

        private Pieces(long importId) {
            this.importId = importId;
        }

        @Override
        public int read() {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int some = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, from, some);
            at += some;
            return some;
        }

        /** Whether there is a byte left; fetches the next piece where the one in hand is read. */
        private boolean fill() {
            if (at < piece.length) {
                return true;
            }
            piece = pieces.find(importId, number++)
                    .map(closed -> seal.open(PURPOSE, importId, closed))
                    .orElseGet(() -> new byte[0]);
            at = 0;
            return piece.length > 0;
        }
    }
}
