package io.clientele.privacy;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where a deployment keeps the ledger of erasures, from which they are repeated after a backup was restored. */
@ConfigMapping(prefix = "clientele.privacy")
interface PrivacyConfig {

    /** The file, which erasures are added to and nothing is taken from; none is kept without one. Its folder must exist. */
    Optional<Path> erasuresFile();

    /** The secret text that addresses in the file are keyed with, at least {@value LedgerKey#LEAST} characters; needed with the file. */
    Optional<String> erasuresKey();
}
