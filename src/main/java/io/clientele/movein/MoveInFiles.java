package io.clientele.movein;

import io.clientele.transfer.FileImports;
import io.clientele.transfer.FileImports.Source;
import io.clientele.transfer.TransferKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Recognises the files of a shop by their columns, whatever they are called. */
@ApplicationScoped
class MoveInFiles {

    private static final List<String> ENDINGS = List.of(".csv", ".ndjson", ".jsonl");

    private final FileImports imports;

    @Inject
    MoveInFiles(FileImports imports) {
        this.imports = imports;
    }

    /**
     * What was found.
     *
     * @param sources in the order in which they are taken over
     * @param passedOver what else is in the folders, and why it is left
     */
    record Found(List<Source> sources, List<String> passedOver) {}

    /**
     * The files, and those in the folders.
     *
     * @throws io.clientele.shared.Refusal when one is not there, one that was named is none we take over, or there is none at all
     */
    Found of(List<Path> paths) {
        List<Source> sources = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                inFolder(path, sources, passedOver);
            } else {
                sources.add(named(path));
            }
        }
        if (sources.isEmpty()) {
            throw MoveInRefusals.nothing();
        }
        sources.sort(Comparator.comparing(Source::kind).thenComparing(Source::name));
        return new Found(sources, passedOver);
    }

    private Source named(Path path) {
        if (!Files.isRegularFile(path)) {
            throw MoveInRefusals.noFile(path.toString());
        }
        String name = name(path);
        List<String> columns = imports.columns(path);
        NotTaken.of(columns).ifPresent(what -> {
            throw MoveInRefusals.notTaken(name, what.why());
        });
        return imports.kind(columns)
                .map(kind -> new Source(path, kind, name))
                .orElseThrow(() -> MoveInRefusals.notKnown(name));
    }

    private void inFolder(Path folder, List<Source> sources, List<String> passedOver) {
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = name(path);
                boolean table = ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
                List<String> columns = table ? imports.columns(path) : List.of();
                Optional<NotTaken> left = NotTaken.of(columns);
                Optional<TransferKind> kind = left.isPresent() ? Optional.empty() : imports.kind(columns);
                kind.ifPresentOrElse(
                        known -> sources.add(new Source(path, known, name)),
                        () -> passedOver.add(
                                name + " (" + left.map(NotTaken::why).orElse("no file that is known") + ")"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
