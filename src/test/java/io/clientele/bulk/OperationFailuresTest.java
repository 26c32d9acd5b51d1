package io.clientele.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import io.clientele.shared.sql.DatabaseFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an operation that failed. */
class OperationFailuresTest {

    @Test
    void what_is_nobodys_fault_is_tried_again_after_pauses_that_grow_and_given_up_in_the_end() {
        for (String state : new String[] {"40001", "40P01", "55P03", "57014", "57P01", "08006", "53300"}) {
            Outcome outcome = OperationFailures.of(operation(0), new DatabaseFailure(new SQLException("x", state)));
            assertThat(outcome.status()).as(state).isEqualTo(OperationStatus.FAILED_RETRIABLY);
            assertThat(outcome.errorCode()).isEqualTo(503);
            assertThat(OperationFailures.isTriedAgain(outcome)).isTrue();
        }
        Refusal busy = Refusal.of(RefusalKind.CONFLICT, "busy");
        assertThat(OperationFailures.pause(OperationFailures.of(operation(0), busy)))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(OperationFailures.pause(OperationFailures.of(operation(8), busy)))
                .isEqualTo(Duration.ofSeconds(256));
        assertThat(OperationFailures.isTriedAgain(OperationFailures.of(operation(8), busy)))
                .isTrue();
        assertThat(OperationFailures.isTriedAgain(OperationFailures.of(operation(9), busy)))
                .isFalse();
    }

    @Test
    void a_refusal_is_for_good_in_its_words_without_e_mail_addresses() {
        Outcome outcome = OperationFailures.of(
                operation(0), new IllegalStateException(Refusals.noSuchEntity("email", "ada@example.com")));
        assertThat(outcome.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(outcome.errorCode()).isEqualTo(404);
        assertThat(outcome.message()).isEqualTo("No such entity with email = …");
        assertThat(OperationFailures.isTriedAgain(outcome)).isFalse();
    }

    @Test
    void what_nobody_foresaw_says_only_where_to_look() {
        Outcome outcome = OperationFailures.of(operation(0), new IllegalStateException("secret"));
        assertThat(outcome.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(outcome.errorCode()).isEqualTo(500);
        assertThat(outcome.message())
                .matches(
                        "Internal Error\\. Details are available in Magento log file\\. Report ID: webapi-[0-9a-f]{12}");
    }

    private static Waiting operation(int tries) {
        return new Waiting(
                1, 0, tries, UUID.randomUUID(), "POST /rest/V1/customers", Sealed.NOTHING, Sealed.NOTHING, null);
    }
}
