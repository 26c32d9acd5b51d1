package io.clientele.shared.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlFragmentTest {

    @Test
    void arguments_follow_the_order_of_their_text() {
        SqlFragment statement = SqlFragment.of("select ?", 1)
                .then("where a = ?", "x")
                .then(SqlFragment.joined("or", List.of(SqlFragment.of("b = ?", 2), SqlFragment.of("c is null"))));

        assertThat(statement.text()).isEqualTo("select ? where a = ? (b = ? or c is null)");
        assertThat(statement.arguments()).containsExactly(1, "x", 2);
    }

    @Test
    void nothing_adds_nothing() {
        SqlFragment one = SqlFragment.of("a = ?", (Object) null);

        assertThat(one.then(SqlFragment.EMPTY)).isEqualTo(one);
        assertThat(SqlFragment.EMPTY.then(one)).isEqualTo(one);
        assertThat(SqlFragment.joined("and", List.of())).isEqualTo(SqlFragment.EMPTY);
        assertThat(one.arguments()).containsExactly((Object) null);
    }

    @Test
    void a_failure_tells_whether_it_is_the_callers_data_or_a_database_that_is_gone() {
        assertThat(DatabaseFailure.isBadData(new SQLException("", "22021"))).isTrue();
        assertThat(DatabaseFailure.isBadData(new SQLException("", "23505"))).isTrue();
        assertThat(DatabaseFailure.isBadData(new SQLException("", "42601"))).isFalse();
        for (String gone : new String[] {"08006", "57P01", "53300", "40001", "40P01", "55P03"}) {
            assertThat(DatabaseFailure.isUnavailable(new SQLException("", gone)))
                    .as(gone)
                    .isTrue();
        }
        assertThat(DatabaseFailure.isUnavailable(new SQLException("", "42601"))).isFalse();
        assertThat((Throwable)
                        DatabaseFailure.in(new IllegalStateException(new DatabaseFailure(new SQLException("x")))))
                .hasMessage("x");
        assertThat((Throwable) DatabaseFailure.in(new IllegalStateException())).isNull();
    }
}
