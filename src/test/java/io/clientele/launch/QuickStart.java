package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

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
                int code = training.launch(List.of("-XX:MaxMetaspaceSize=512m", "-XX:AOTCacheOutput=" + cache))
                        .awaitExit(Duration.ofMinutes(3));
                assertThat(code).as("%s", training.output()).isZero();
                assertThat(cache).exists();
            } finally {
                TestDatabase.delete(data);
            }
        } catch (Exception e) {
            throw new IllegalStateException("nothing was learnt from a start", e);
        }
        return cache;
    }
}
