package io.clientele.activity;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.clientele.customer.CustomerFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents tell to paste is taken, by a customer of the tests in the place of the first one of the sample. */
@QuarkusTest
class ActivityDocumentTest {

    private static final Pattern CALL = Pattern.compile(
            "/rest/V1/activity/(\\w+) -H [^']*?'Content-Type: ([^']+)' \\\\?\\s*" + "(?:-d|--data-binary) '([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/activity.md"})
    void the_examples_are_taken_as_they_stand(String document) throws IOException {
        long customer = CustomerFixture.create(CustomerFixture.customer());
        List<String> kinds = new ArrayList<>();
        Matcher calls = CALL.matcher(Files.readString(Path.of(document)));
        while (calls.find()) {
            kinds.add(calls.group(1));
            asAdmin()
                    .contentType(calls.group(2))
                    .body(calls.group(3)
                            .replace("\"customer_id\": 1,", "\"customer_id\": " + customer + ",")
                            .getBytes(StandardCharsets.UTF_8))
                    .post("/rest/V1/activity/" + calls.group(1))
                    .then()
                    .statusCode(200)
                    .body("received", greaterThan(0))
                    .body("failed_count", equalTo(0));
        }
        assertThat(kinds).contains("orders").hasSize((int) Pattern.compile("V1/activity/\\w+ -H")
                .matcher(Files.readString(Path.of(document)))
                .results()
                .count());
    }
}
