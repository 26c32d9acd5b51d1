package io.clientele.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The public data sets that tests look at. They are no part of the project: where they are not, such a test is skipped. */
final class RealData {

    static final String PROPERTY = "clientele.data";

    private static final Path BESIDE = Path.of("..", "shared", "data");

    private RealData() {}

    /** The folder that the system property names, or else the one beside the project; empty where neither has them. */
    static Optional<Path> folder() {
        String named = System.getProperty(PROPERTY, "");
        return Stream.of(named.isEmpty() ? BESIDE : Path.of(named))
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .filter(folder -> Files.isRegularFile(retail(folder)) && Files.isDirectory(adventureWorks(folder)))
                .findFirst();
    }

    static Path retail(Path folder) {
        return folder.resolve("online_retail.csv.gz");
    }

    static Path adventureWorks(Path folder) {
        return folder.resolve("adventureworks");
    }
}
