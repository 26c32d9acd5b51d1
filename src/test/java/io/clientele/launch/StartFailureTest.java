package io.clientele.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    private final Throwable lost =
            new IllegalStateException("outer", new SQLException("Connection refused.\n  Check it."));

    @Test
    void a_service_that_does_not_start_says_the_innermost_reason_in_one_line() {
        assertThat(StartFailure.line(lost, "run"))
                .isEqualTo("The service did not start: Connection refused. Check it.");
    }

    @Test
    void a_command_that_cannot_begin_is_named_and_no_service_is_spoken_of() {
        assertThat(StartFailure.line(lost, "load"))
                .isEqualTo("\"load\" could not begin: Connection refused. Check it.");
    }

    @Test
    void a_command_that_fails_in_its_course_did_begin() {
        assertThat(StartFailure.interrupted("load", lost))
                .isEqualTo("\"load\" ended early: Connection refused. Check it.");
    }

    @Test
    void only_a_service_can_miss_its_port() {
        Throwable bound = new IllegalStateException("outer", new BindException("Address already in use"));
        assertThat(StartFailure.line(bound, "run")).startsWith("Port ").contains(" is taken.");
        assertThat(StartFailure.line(bound, "load")).isEqualTo("\"load\" could not begin: Address already in use");
    }

    @Test
    void a_reason_without_words_is_named_by_its_kind() {
        assertThat(StartFailure.line(new NullPointerException(), "run"))
                .isEqualTo("The service did not start: NullPointerException");
    }
}
