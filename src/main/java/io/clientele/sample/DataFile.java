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
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A CSV file of a data set, plain or packed. */
final class DataFile {

    private static final String PACKED = ".gz";

    private final Path path;

    private DataFile(Path path) {
        this.path = path;
    }

    /** @throws LoadFailure when there is no such file */
    static DataFile at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new LoadFailure(Files.exists(path) ? path + " is not a file" : "there is no file " + path);
        }
        return new DataFile(path);
    }

    /** @throws LoadFailure when the folder has no file of that name, plain or packed */
    static DataFile in(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            throw new LoadFailure(Files.exists(folder) ? folder + " is not a folder" : "there is no folder " + folder);
        }
        return Stream.of(name, name + PACKED)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(DataFile::new)
                .orElseThrow(() ->
                        new LoadFailure("the folder " + folder + " has neither " + name + " nor " + name + PACKED));
    }

    /** The files of the folder whose names begin so, in the order of their names; one that is packed too counts once. */
    static List<DataFile> all(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceAll("\\.gz$", ""))
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".csv"))
                    .distinct()
                    .sorted()
                    .map(name -> in(folder, name))
                    .toList();
        } catch (IOException e) {
            throw new LoadFailure(folder + " cannot be read", e);
        }
    }

    /** How many lines the file has besides the header, unless fields have line breaks in them. */
    long lines() {
        try (InputStream in = open()) {
            long lines = 0;
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return Math.max(0, lines - 1);
        } catch (IOException e) {
            throw new LoadFailure(path + " cannot be read", e);
        }
    }

    /** What a line says. */
    @FunctionalInterface
    interface Meaning<E> {

        /**
         * @param place as people look for it: "sales.csv, line 12"
         * @throws LoadFailure beginning with the place, when a field is not what it must be
         */
        E of(NamedCsvRecord line, String place);
    }

    /**
     * Reads the file line by line while the reading takes the lines.
     *
     * @param columns those that must be there
     * @throws LoadFailure when the file is not one of the data set; a wrong line fails when the iterator reaches it
     */
    <E, T> T read(List<String> columns, Meaning<E> meaning, Function<Iterator<E>, T> reading) {
        try (InputStream in = open();
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(in);
                CloseableIterator<NamedCsvRecord> records = csv.iterator()) {
            return reading.apply(new Lines<>(records, columns, meaning));
        } catch (IOException e) {
            throw new LoadFailure(path + " cannot be read", e);
        }
    }

    private InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        return path.toString().endsWith(PACKED) ? new GZIPInputStream(raw) : raw;
    }

    /** Turns records into what they mean and tells the line of a wrong one. */
    private final class Lines<E> implements Iterator<E> {

        private final Iterator<NamedCsvRecord> records;
        private final List<String> columns;
        private final Meaning<E> meaning;
        private long line;

        Lines(Iterator<NamedCsvRecord> records, List<String> columns, Meaning<E> meaning) {
            this.records = records;
            this.columns = columns;
            this.meaning = meaning;
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
        public E next() {
            NamedCsvRecord entry = following();
            if (line == 0) {
                checkHeader(entry.getHeader());
            }
            line = entry.getStartingLineNumber();
            return meaning.of(entry, path.getFileName() + ", line " + line);
        }

        private NamedCsvRecord following() {
            try {
                return records.next();
            } catch (CsvParseException | UncheckedIOException e) {
                throw broken(e);
            }
        }

        private void checkHeader(List<String> header) {
            for (String column : columns) {
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
