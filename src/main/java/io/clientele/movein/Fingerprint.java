package io.clientele.movein;

import io.clientele.shared.Sha256;
import io.clientele.transfer.FileImports.Source;
import io.clientele.transfer.Translation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Tells whether files, with what they are told to mean, are those of a move that was begun. */
final class Fingerprint {

    private static final int CHUNK = 1 << 16;

    private Fingerprint() {}

    static String of(List<Source> sources, Translation translation) {
        MessageDigest digest = Sha256.digest();
        digest.update(translation.toString().getBytes(StandardCharsets.UTF_8));
        for (Source source : sources) {
            digest.update((source.kind().code() + ' ' + source.name() + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update(ofFile(source));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] ofFile(Source source) {
        MessageDigest digest = Sha256.digest();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(source.path())) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
