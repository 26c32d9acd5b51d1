package io.clientele.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How entries are written: with what they belong to, sealed, and for good. */
@QuarkusTest
class AuditLogTest {

    @Inject
    AuditLog log;

    @Inject
    PersonKeys keys;

    @Inject
    Database database;

    private final long id = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);

    private record Thing(String name, String password, Map<String, String> more) {}

    private AuditDraft draft(String action) {
        return AuditDraft.of(action).about("test", id);
    }

    private List<String> actions() {
        return database.list(
                SqlFragment.of(
                        "select action from audit_entry where object_type = 'test' and object_id = ? order by id",
                        Long.toString(id)),
                row -> row.getString(1));
    }

    @Test
    void a_success_is_written_with_its_effect_or_not_at_all() {
        QuarkusTransaction.begin();
        log.record(draft("thing.changed"));
        QuarkusTransaction.rollback();
        assertThat(actions()).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> log.record(draft("thing.changed")));
        log.record(draft("thing.read"));
        assertThat(actions()).containsExactly("thing.changed", "thing.read");
    }

    @Test
    void a_failure_stays_although_its_transaction_is_rolled_back() {
        QuarkusTransaction.begin();
        log.record(draft("thing.changed").person(Person.customer(id)).named("a"));
        log.record(draft("thing.opened")
                .failed("locked")
                .person(Person.customer(id))
                .named("b"));
        QuarkusTransaction.rollback();
        assertThat(actions()).containsExactly("thing.opened");
        assertThat(opened()).containsExactly("{\"name\":\"b\"}");
    }

    @Test
    void only_what_differs_is_kept_and_no_secret() {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("kept", "1");
        more.put("reset_token", "canary-token");
        more.put("clientSecret", "canary-secret");
        log.record(draft("thing.changed")
                .change(new Thing("old", "canary-1", Map.of("kept", "1")), new Thing("new", "canary-2", more)));
        assertThat(values()).containsExactly("{\"after\": {\"name\": \"new\"}, \"before\": {\"name\": \"old\"}}");
    }

    @Test
    void what_is_about_a_person_is_sealed_and_unreadable_once_the_key_is_gone() {
        Person person = Person.customer(id);
        log.record(
                draft("thing.changed").person(person).named("ada@example.com").change(null, Map.of("city", "Austin")));
        assertThat(values()).isEmpty();
        assertThat(opened()).containsExactly("{\"name\":\"ada@example.com\",\"after\":{\"city\":\"Austin\"}}");
        keys.destroy(person);
        assertThat(actions()).containsExactly("thing.changed");
        assertThat(opened()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'other' where object_id = ?",
                "delete from audit_entry where object_id = ?",
                "with gone as (select ? as id) update audit_entry set reason = null",
            })
    void the_service_cannot_take_back_what_it_wrote(String statement) {
        log.record(draft("thing.changed"));
        assertThatThrownBy(() -> database.run(SqlFragment.of(statement, Long.toString(id))))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("permission denied for table audit_entry");
        assertThatThrownBy(() -> database.run(SqlFragment.of("truncate audit_entry")))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(actions()).containsExactly("thing.changed");
    }

    private List<String> values() {
        return database
                .list(
                        SqlFragment.of(
                                "select object_values::text from audit_entry where object_id = ?", Long.toString(id)),
                        row -> row.getString(1))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private List<String> opened() {
        return database
                .list(
                        SqlFragment.of("select object_sealed from audit_entry where object_id = ?", Long.toString(id)),
                        row -> keys.open(Person.customer(id), row.getBytes(1)))
                .stream()
                .flatMap(java.util.Optional::stream)
                .toList();
    }
}
