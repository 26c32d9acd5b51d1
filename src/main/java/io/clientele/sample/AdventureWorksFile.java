package io.clientele.sample;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The customers' file of the AdventureWorks data set, plain or packed. */
final class AdventureWorksFile {

    private static final String NAME = "AdventureWorks_Customers.csv";

    private final Path path;

    private AdventureWorksFile(Path path) {
        this.path = path;
    }

    /** @throws LoadFailure when the folder has no such file */
    static AdventureWorksFile in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new LoadFailure(Files.exists(folder) ? folder + " is not a folder" : "there is no folder " + folder);
        }
        return Stream.of(NAME, NAME + ".gz")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(AdventureWorksFile::new)
                .orElseThrow(() ->
                        new LoadFailure("the folder " + folder + " has neither " + NAME + " nor " + NAME + ".gz"));
    }

    /** How many lines the file has, the header among them. */
    long lines() {
        try (InputStream in = open()) {
            long lines = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new LoadFailure(path + " cannot be read", e);
        }
    }

    /** What is done with the entries while the file is open. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Iterator<BatchLoad.Entry> entries);
    }

    /** @throws LoadFailure when the file is not one of the data set; a wrong line fails when the iterator reaches it */
    <T> T read(Reading<T> reading) {
        try (InputStream in = open();
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(in);
                CloseableIterator<NamedCsvRecord> records = csv.iterator()) {
            return reading.of(new Entries(records));
        } catch (IOException e) {
            throw new LoadFailure(path + " cannot be read", e);
        }
    }

    private InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        return path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    /** Turns records into customers and tells the line of a wrong one. */
    private final class Entries implements Iterator<BatchLoad.Entry> {

        private final Iterator<NamedCsvRecord> records;
        private long line;

        Entries(Iterator<NamedCsvRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (CsvParseException | UncheckedIOException e) {
                throw broken(e);
            }
        }

        @Override
        public BatchLoad.Entry next() {
            NamedCsvRecord entry = following();
            if (line == 0) {
                checkHeader(entry.getHeader());
            }
            line = entry.getStartingLineNumber();
            String place = path.getFileName() + ", line " + line;
            return new BatchLoad.Entry(place, AdventureWorksPerson.draft(entry, place));
        }

        private NamedCsvRecord following() {
            try {
                return records.next();
            } catch (CsvParseException | UncheckedIOException e) {
                throw broken(e);
            }
        }

        private void checkHeader(List<String> header) {
            for (String column : AdventureWorksPerson.COLUMNS) {
                if (!header.contains(column)) {
                    throw new LoadFailure(path.getFileName() + " has no column " + column);
                }
            }
        }

        private LoadFailure broken(RuntimeException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            return new LoadFailure(path.getFileName() + ", after line " + Math.max(line, 1), cause);
        }
    }
}
