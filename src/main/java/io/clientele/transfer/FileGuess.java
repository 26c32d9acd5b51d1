package io.clientele.transfer;

import io.clientele.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Tells by its name and its columns what a file at the terminal is. */
@ApplicationScoped
class FileGuess {

    FileFormat format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? FileFormat.NDJSON : FileFormat.CSV;
    }

    /** @throws io.clientele.shared.Refusal when its columns are those of no file we know */
    TransferKind kind(Path file, FileFormat format) {
        try (InputStream in = Files.newInputStream(file)) {
            return TransferKind.guess(columns(in, format))
                    .orElseThrow(() -> TransferRefusals.missingColumn(CustomerColumns.EMAIL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the columns; none where the file has none, or cannot be read. */
    List<String> columns(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return List.copyOf(columns(in, format(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal unreadable) {
            return List.of();
        }
    }

    private static Collection<String> columns(InputStream in, FileFormat format) {
        if (format == FileFormat.CSV) {
            return new CsvRows(in, ImportDraft.SEPARATOR.charAt(0)).header();
        }
        FileRow first = new JsonRows(in, ImportDraft.SEPARATOR, _ -> true, true).next();
        return first == null ? List.of() : first.cells().keySet();
    }
}
