package io.clientele.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the service keeps, column by column: the register that merchants owe their authorities, and what a test holds it to. */
@ApplicationScoped
public class PrivacyColumns {

    private static final String FILE = "/privacy/columns.tsv";

    private final List<PrivacyColumn> all = read();

    public List<PrivacyColumn> all() {
        return all;
    }

    private static List<PrivacyColumn> read() {
        try (InputStream file = Objects.requireNonNull(PrivacyColumns.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(PrivacyColumn::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
