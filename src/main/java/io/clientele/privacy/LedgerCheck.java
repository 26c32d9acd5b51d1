package io.clientele.privacy;

import io.clientele.shared.Recurring;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Says at each start whether the ledger has erasures that the database lacks: somebody has restored a backup then, and the people are
 * there again. Erasing them by itself is not the start's to do, since whoever restores may still be looking for the right backup.
 */
@ApplicationScoped
class LedgerCheck {

    private static final Logger LOG = Logger.getLogger(LedgerCheck.class);

    private final ErasureLedger ledger;
    private final LedgerReplay replay;

    @Inject
    LedgerCheck(ErasureLedger ledger, LedgerReplay replay) {
        this.ledger = ledger;
        this.replay = replay;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        ledger.file().ifPresent(file -> recurring.once("compare the ledger of erasures", () -> check(file)));
    }

    private void check(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            int missing = replay.plan(file).missing().size();
            if (missing > 0) {
                LOG.warnf(
                        "%d erasures of %s are not in this database. If it was restored from a backup: clientele"
                                + " repeat-erasures %s",
                        missing, file, file);
            }
        } catch (ErasureLedger.Unreadable e) {
            LOG.warnf("The ledger of erasures is of no use: %s", e.getMessage());
        }
    }
}
