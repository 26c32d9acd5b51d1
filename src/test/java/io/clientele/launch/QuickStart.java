package io.clientele.launch;

import io.clientele.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the virtual machine learns from one start, kept for all starts of a test run as {@code ./clientele run} keeps it: a service
 * starts in two seconds instead of five.
 */
final class QuickStart {

    private static final Path CACHE = trained();

    private QuickStart() {}

    /** Options for the virtual machine beyond those of the service. */
    static List<String> options() {
        return List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    private static Path trained() {
        Path cache = Path.of("target", "tests.aot").toAbsolutePath();
        try {
            Files.deleteIfExists(cache);
            Path data = PackagedService.dataFolder();
            try (PackagedService training = new PackagedService(
                            Map.of("CLIENTELE_DATA", data.toString(), "CLIENTELE_MODE", "local"))
                    .commanded(Training.NAME)) {
                Process process = training.launch(List.of("-XX:MaxMetaspaceSize=512m", "-XX:AOTCacheOutput=" + cache));
                if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0 || !Files.exists(cache)) {
                    throw new IllegalStateException("nothing was learnt from a start: " + training.output());
                }
            } finally {
                TestDatabase.delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return cache;
    }
}
