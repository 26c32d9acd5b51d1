package io.clientele;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.graphql.ServedSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed {@code schema.graphqls} is what is served. After a wanted change, write it anew with {@code mvn test
 * -Dtest=GraphQLContractTest -Dclientele.contract.write=true}.
 */
@QuarkusTest
class GraphQLContractTest {

    private static final Path FILE = Path.of("schema.graphqls");

    @Inject
    ServedSchema served;

    @Test
    void the_served_schema_is_the_committed_one() throws IOException {
        String actual = withoutProbes(served.sdl());
        if (Boolean.getBoolean("clientele.contract.write")) {
            Files.writeString(FILE, actual);
        }
        assertThat(Files.readString(FILE)).isEqualTo(actual);
    }

    /** Leaves out what only tests declare: the fields and types named after probes. */
    private static String withoutProbes(String sdl) {
        return sdl.replaceAll(
                        "(?ms)^(?:\"[^\"\\n]*\"\\n)?(?:type|enum|input) (?:Probe\\w*|RefusalKind) \\{.*?^}\\n\\n?", "")
                .replaceAll("(?m)^  probe\\w+(?:\\([^)]*\\))?: .*\\n", "");
    }
}
