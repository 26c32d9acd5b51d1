package io.clientele;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.AuditFixture.entries;
import static io.clientele.AuditFixture.requestId;
import static io.clientele.customer.CustomerFixture.email;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.AuditedOperations.Sent;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.customer.CustomerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every operation that writes, over REST and GraphQL, has decided which entry it leaves (audited-operations.tsv) and
 * leaves exactly that one, with its actor, its object and the address it came from; or says why it leaves none.
 */
@QuarkusTest
class AuditCoverageTest {

    /** What nobody can do with a customer's token that an administrator carries. */
    private static final Set<String> THEIRS_ALONE = Set.of(
            "DELETE /rest/V1/customers/me/consents/{integrationId}",
            "POST /oauth2/requests/{id}",
            "PUT /rest/V1/customers/me/password",
            "mutation changeCustomerPassword",
            "mutation deleteCustomer",
            "mutation updateCustomerEmail");

    /** The column that says that the entry comes after the answer. */
    private static final int LATER = 4;

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final Set<String> SIGN_INS = Set.of("customer.signed_in", "session.renewed");

    @Inject
    Schema model;

    @Inject
    Tokens tokens;

    @AfterEach
    void remove_what_was_made() {
        AuditedOperations.clear();
    }

    @Test
    void every_operation_that_writes_has_decided_what_it_leaves() throws IOException {
        Set<String> decided = new TreeSet<>();
        rows().forEach(row -> decided.add(row[0]));
        Set<String> real = new TreeSet<>();
        lines("/authorisation-matrix.tsv").stream()
                .map(line -> line.split("\t", -1))
                .filter(row -> !row[0].equals("GET"))
                .forEach(row -> real.add(row[0] + " " + row[1]));
        for (Operation mutation : model.getMutations()) {
            real.add("mutation " + mutation.getName());
        }
        assertThat(decided).isEqualTo(real);
        assertThat(rows())
                .filteredOn(row -> row[1].equals("-"))
                .allSatisfy(row ->
                        assertThat(row[2]).as("why %s leaves none", row[0]).isNotBlank());
    }

    @Test
    void every_operation_that_writes_leaves_exactly_its_entry() throws IOException {
        Map<String, Supplier<Sent>> calls = new AuditedOperations(CustomerFixture::token).calls();
        SoftAssertions softly = new SoftAssertions();
        for (String[] row : rows()) {
            softly.assertThat(calls).as("a request for %s", row[0]).containsKey(row[0]);
            if (calls.containsKey(row[0])) {
                check(softly, row, calls.get(row[0]).get());
            }
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, String[] row, Sent sent) {
        String id = requestId();
        Response answer = sent.send(id);
        softly.assertThat(answer.statusCode())
                .as("%s %s", row[0], answer.asString())
                .isIn(200, 202);
        softly.assertThat(answer.asString()).as(row[0]).doesNotContain("\"errors\":[");
        // What a worker notes comes after the answer.
        List<Map<String, Object>> left = row.length > LATER ? awaited(id) : entries(id);
        List<String> actions =
                left.stream().map(entry -> entry.get("action").toString()).toList();
        if (row[1].equals("-")) {
            softly.assertThat(actions).as(row[0]).isEmpty();
            return;
        }
        softly.assertThat(actions).as(row[0]).containsExactly(row[1]);
        left.forEach(entry -> softly.assertThat(entry)
                .as(row[0])
                .containsEntry("outcome", "success")
                .containsEntry("actor_type", row[2])
                .containsEntry("address", "127.0.0.1")
                .containsEntry("is_erased", false)
                .containsKey("created_at"));
        if (!row[3].isEmpty()) {
            left.forEach(entry -> softly.assertThat(entry)
                    .as(row[0])
                    .containsEntry("object_type", row[3])
                    .containsKey("object_id"));
        }
        if (!row[2].equals("guest")) {
            left.forEach(entry -> softly.assertThat(entry).as(row[0]).containsKey("actor_name"));
        }
    }

    private static List<Map<String, Object>> awaited(String id) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<Map<String, Object>> found = entries(id);
        while (found.isEmpty() && System.nanoTime() - end < 0) {
            found = entries(id);
        }
        return found;
    }

    /** Whoever carries a customer's token is named wherever it was used. */
    @Test
    void everything_done_with_a_token_that_an_administrator_carries_is_marked() throws IOException {
        long admin = asAdmin()
                .get("/rest/V1/admin/users/search?searchCriteria[filterGroups][0][filters][0][field]=username"
                        + "&searchCriteria[filterGroups][0][filters][0][value]=" + AdminFixture.USERNAME)
                .jsonPath()
                .getLong("items[0].id");
        UnaryOperator<String> carried =
                email -> tokens.issueFor(Subject.customer(AuditedOperations.idOf(email)), 1, admin);
        Map<String, Supplier<Sent>> calls = new AuditedOperations(carried).calls();
        SoftAssertions softly = new SoftAssertions();
        Set<String> refused = new TreeSet<>();
        for (String[] row : rows()) {
            if (!row[1].equals("-") && row[2].equals("customer") && !SIGN_INS.contains(row[1])) {
                String id = requestId();
                String answer = calls.get(row[0]).get().send(id).asString();
                if (answer.contains("This can't be done on behalf of the customer.")) {
                    refused.add(row[0]);
                    softly.assertThat(entries(id)).as(row[0]).isEmpty();
                } else {
                    softly.assertThat(entries(id))
                            .as("%s %s", row[0], answer)
                            .singleElement()
                            .satisfies(entry -> assertThat(entry)
                                    .containsEntry("actor_type", "customer")
                                    .containsEntry("on_behalf_of", (int) admin));
                }
            }
        }
        softly.assertThat(refused).isEqualTo(new TreeSet<>(THEIRS_ALONE));
        softly.assertAll();
    }

    private static List<String[]> rows() throws IOException {
        return lines("/audited-operations.tsv").stream()
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(AuditCoverageTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
