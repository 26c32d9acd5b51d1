package io.clientele.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whoever adds a column says whether it is of a person, and what becomes of it when people ask (columns.tsv). */
@QuarkusTest
class PersonalColumnsTest {

    private static final Set<String> TOLD = Set.of("told", "kept", "sealed");
    private static final Set<String> DECISIONS = Set.of("told", "kept", "sealed", "copy", "secret", "staff", "shop");

    @Inject
    PrivacyColumns columns;

    @Inject
    Database database;

    @Inject
    @All
    List<PersonData> features;

    @Test
    void every_column_has_a_decision_and_every_decision_a_column() {
        Set<String> real = new TreeSet<>(database.list(SqlFragment.of("""
                select c.table_name || '.' || c.column_name
                from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                    and c.table_name <> 'flyway_schema_history'"""), row -> row.getString(1)));
        List<String> decided = columns.all().stream().map(PrivacyColumn::name).toList();
        assertThat(real).hasSizeGreaterThan(700);
        assertThat(decided).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(decided)).isEqualTo(real);
        assertThat(columns.all()).allSatisfy(column -> assertThat(DECISIONS).contains(column.decision()));
    }

    @Test
    void what_is_told_is_told_in_a_section_that_there_is_and_every_section_tells_something() {
        assertThat(columns.all()).allSatisfy(column -> {
            if (column.decision().equals("told")) {
                assertThat(column.section()).as(column.name()).isNotNull();
            } else if (!TOLD.contains(column.decision())) {
                assertThat(column.section()).as(column.name()).isNull();
            }
        });
        Set<String> named = columns.all().stream()
                .map(PrivacyColumn::section)
                .filter(section -> section != null)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sections().keySet()).isEqualTo(named);
    }

    /** From a list made from the schema: a column that is declared as told stands in the statement that tells it. */
    @Test
    void every_column_that_is_told_is_selected_by_its_section() {
        DataSubject nobody = new DataSubject(1, "nobody@example.com", List.of(1));
        SoftAssertions softly = new SoftAssertions();
        for (PrivacyColumn column : columns.all()) {
            if (column.section() != null) {
                String name = column.name().substring(column.name().indexOf('.') + 1);
                String statement =
                        sections().get(column.section()).rows().apply(nobody).text();
                softly.assertThat(statement).as(column.name()).containsPattern("\\b" + Pattern.quote(name) + "\\b");
            }
        }
        softly.assertAll();
    }

    private Map<String, PersonSection> sections() {
        return features.stream()
                .flatMap(feature -> feature.sections().stream())
                .collect(Collectors.toMap(PersonSection::name, section -> section));
    }
}
