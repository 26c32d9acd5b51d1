package io.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.StatementPlans;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is asked several times a second reads no more the more customers there are. */
@QuarkusTest
class SegmentQueuePlanTest {

    @Inject
    DataSource dataSource;

    @Inject
    SegmentWorker worker;

    @Test
    void whether_a_moment_has_come_is_seen_at_the_beginning_of_the_index_of_moments() throws SQLException {
        worker.goOn();

        assertThat(new StatementPlans(dataSource, "select exists%segment_due%").plan("%segment_dirty%", "seqscan"))
                .containsPattern("Limit .*\\n +->  Index Only Scan using segment_due_due_at_ix on segment_due ");
    }
}
