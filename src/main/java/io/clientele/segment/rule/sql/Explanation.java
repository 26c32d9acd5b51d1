package io.clientele.segment.rule.sql;

import io.clientele.segment.rule.sql.Explained.Part;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Combine;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for every leaf of a rule by itself, in one statement, and puts the answers together as the rule does. */
@ApplicationScoped
class Explanation {

    private final Leaves leaves;
    private final Database database;

    @Inject
    Explanation(Leaves leaves, Database database) {
        this.leaves = leaves;
        this.database = database;
    }

    /** What the database says of a leaf. */
    private record Answer(
            boolean fits, @Nullable String value, @Nullable Instant changesAt) {}

    Optional<Explained> of(Condition root, People people, Frame frame) {
        List<Leaf> asked = new ArrayList<>();
        collect(root, frame, asked);
        Tree tree = Tree.of(root, leaves, frame);
        SqlFragment columns = SqlFragment.of("select coalesce(")
                .then(tree.fits())
                .then(", false),")
                .then(tree.nextChange());
        for (Leaf leaf : asked) {
            columns = columns.then(", coalesce(")
                    .then(leaf.fit().when(true))
                    .then(", false),")
                    .then(leaf.value())
                    .then(",")
                    .then(leaf.nextChange() == null ? Tree.least(List.of()) : leaf.nextChange());
        }
        SqlFragment statement = columns.then(people.from(frame.scope(), frame.sources()));
        return database.first(
                statement,
                row -> new Explained(
                        row.getBoolean(1),
                        moment(row, 2),
                        part(root, answers(row, asked.size()).iterator())));
    }

    private void collect(Condition condition, Frame frame, List<Leaf> asked) {
        if (condition instanceof Combine combine) {
            combine.conditions().forEach(each -> collect(each, frame, asked));
        } else {
            asked.add(leaves.of(condition, frame, false));
        }
    }

    private static List<Answer> answers(ResultSet row, int leaves) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            answers.add(new Answer(row.getBoolean(3 * i + 3), row.getString(3 * i + 4), moment(row, 3 * i + 5)));
        }
        return answers;
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Part part(Condition condition, Iterator<Answer> answers) {
        if (!(condition instanceof Combine combine)) {
            Answer answer = answers.next();
            return new Part(condition, answer.fits(), answer.value(), answer.changesAt(), List.of());
        }
        List<Part> children =
                combine.conditions().stream().map(each -> part(each, answers)).toList();
        boolean fits = combine.aggregator() == Aggregator.ALL
                ? children.stream().allMatch(child -> child.fits() == combine.value())
                : children.stream().anyMatch(child -> child.fits() == combine.value());
        Instant changesAt = children.stream()
                .map(Part::changesAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Part(condition, fits, null, changesAt, children);
    }
}
