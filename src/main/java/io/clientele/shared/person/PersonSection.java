package io.clientele.shared.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.sql.SqlFragment;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of things that a person is told of.
 *
 * @param name what they are called, in snake_case; one file each
 * @param rows selects one row for each thing of the subject, in an order of its own. The labels of the columns are what the
 *     person reads; secrets are not among them
 * @param shown makes of a row what is told, where a statement cannot
 */
public record PersonSection(
        String name, Function<DataSubject, SqlFragment> rows, BiFunction<DataSubject, ObjectNode, ObjectNode> shown) {

    public PersonSection(String name, Function<DataSubject, SqlFragment> rows) {
        this(name, rows, (subject, row) -> row);
    }

    /** What is found by the number of the account alone. */
    public static PersonSection ofAccount(String name, String statement) {
        return new PersonSection(name, subject -> SqlFragment.of(statement, subject.account()));
    }
}
