package io.clientele.attribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files in a folder. Names are generated and checked, so that none leads out of it. */
record FileFolder(Path folder) {

    void write(String path, byte[] content) {
        Path file = file(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<byte[]> read(String path) {
        try {
            return Optional.of(Files.readAllBytes(file(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the files from before a moment that nobody knows. */
    void sweep(Instant before, Predicate<String> isKnown) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            List<Path> gone = files.filter(file -> Files.isRegularFile(file) && isOlder(file, before))
                    .filter(file -> FilePaths.PATH.matcher(path(file)).matches() && !isKnown.test(path(file)))
                    .toList();
            for (Path file : gone) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private String path(Path file) {
        return "/" + folder.relativize(file).toString().replace('\\', '/');
    }

    private Path file(String path) {
        if (!FilePaths.PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("not a path of ours");
        }
        return folder.resolve(path.substring(1));
    }
}
