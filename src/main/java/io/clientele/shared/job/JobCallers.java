package io.clientele.shared.job;

import io.clientele.shared.Caller;
import java.util.Optional;

/** Says what has become of the caller who started a job. */
public interface JobCallers {

    /** The caller as it is now, with nothing that it did not have before; empty when it may nothing any more. */
    Optional<Caller> now(Caller accepted);
}
