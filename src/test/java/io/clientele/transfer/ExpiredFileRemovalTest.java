package io.clientele.transfer;

import static io.clientele.transfer.TransferFixture.ended;
import static io.clientele.transfer.TransferFixture.imported;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Files of imports are kept for as many days as the setting says. */
@QuarkusTest
class ExpiredFileRemovalTest {

    private static final String DAYS = "clientele/retention/import_file_days";

    @Inject
    ExpiredFileRemoval removal;

    @Test
    void a_file_goes_when_its_days_are_over() {
        String id = imported("email,_website\nnobody@example.com,base", "checkOnly=true");
        ended(id);
        StoreFixture.set(DAYS, "3", "default", 0);
        try {
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofHours(71)), Clock.class);
            removal.run();
            assertThat(pieces(id)).isEqualTo(1);
            QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofHours(73)), Clock.class);
            removal.run();
        } finally {
            QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);
            StoreFixture.inherit(DAYS, "default", 0);
        }
        assertThat(pieces(id)).isZero();
    }

    private static long pieces(String id) {
        return SegmentFixture.count("select count(*) from transfer_file where import_id = ?", Long.parseLong(id));
    }
}
