package io.clientele.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every table that has a customer's id says what becomes of its rows when two customers become one. */
@QuarkusTest
class MergeDecisionsTest {

    /** Columns with a customer's id by their names, and by what they refer to. */
    private static final String TABLES = """
            select c.table_name from information_schema.columns c
            join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and c.column_name in ('customer_id', 'person_id', 'subject_id', 'on_behalf_of')
            union
            select r.relname from pg_constraint f join pg_class r on r.oid = f.conrelid
            where f.contype = 'f' and f.confrelid = 'public.customer'::regclass
            union select 'customer'""";

    @Inject
    Database database;

    @Test
    void every_table_with_a_customer_s_id_has_a_decision_and_every_decision_a_table() {
        Set<String> tables = new TreeSet<>(database.list(SqlFragment.of(TABLES), row -> row.getString(1)));
        Set<String> decided = new TreeSet<>();
        rules().forEach(rule -> decided.add(rule.table()));
        assertThat(decided).isEqualTo(tables);
    }

    @Test
    void the_columns_that_decisions_speak_of_are_there() {
        for (MergeRule rule : rules()) {
            Set<String> columns = new TreeSet<>(database.list(
                    SqlFragment.of(
                            "select column_name from information_schema.columns where table_name = ?", rule.table()),
                    row -> row.getString(1)));
            if (rule.fate() != MergeRule.Fate.REMAINS) {
                assertThat(columns).as(rule.table()).contains(rule.owner());
            }
            assertThat(columns)
                    .as(rule.table())
                    .containsAll(rule.key())
                    .containsAll(rule.set().keySet())
                    .containsAll(rule.combined().keySet())
                    .containsAll(rule.needed().keySet())
                    .containsAll(rule.overwritten());
        }
    }

    /** A row that moves gets another owner, and is known again by the rest of its key. */
    @Test
    void no_key_has_the_customer_in_it() {
        assertThat(rules()).noneMatch(rule -> rule.key().contains(rule.owner()));
    }

    @Test
    void whatever_is_left_as_it_is_says_why() {
        assertThat(rules())
                .filteredOn(rule -> rule.fate() == MergeRule.Fate.REMAINS)
                .allMatch(rule -> !rule.why().isBlank());
    }

    /** What is put back refers to nothing that may be gone, or says so: a foreign key must not keep an account away. */
    @Test
    void rows_that_are_put_back_look_for_what_they_refer_to() {
        for (MergeRule rule : rules()) {
            boolean putBack = rule.fate() == MergeRule.Fate.KEPT
                    || (rule.fate() == MergeRule.Fate.MOVED && !rule.likeness().isEmpty());
            if (putBack) {
                List<String> references =
                        database.list(SqlFragment.of("""
                                select a.attname from pg_constraint f
                                join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                                where f.contype = 'f' and f.conrelid = ?::regclass and a.attname <> ?""", rule.table(), rule.owner()), row -> row.getString(1));
                assertThat(rule.needed().keySet()).as(rule.table()).containsAll(references);
            }
        }
    }

    static List<MergeRule> rules() {
        return Arc.container().listAll(MergeParticipant.class).stream()
                .map(InstanceHandle::get)
                .flatMap(each -> each.rules().stream())
                .toList();
    }
}
