package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.Race;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SegmentDeletionRaceTest {

    private static final int SEGMENTS = 25;

    @Test
    void a_segment_can_be_deleted_while_it_is_recomputed() throws Exception {
        try (Race race = new Race(4)) {
            List<List<Integer>> answers = race.round(caller -> () -> {
                List<Integer> statuses = new ArrayList<>();
                for (int i = 0; i < SEGMENTS; i++) {
                    long id = SegmentFixture.send(SegmentFixture.any())
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getLong("id");
                    statuses.add(
                            asAdmin().delete(SegmentFixture.SEGMENTS + "/" + id).statusCode());
                }
                return statuses;
            });
            assertThat(answers).allSatisfy(each -> assertThat(each).isEqualTo(Collections.nCopies(SEGMENTS, 200)));
        }
    }
}
