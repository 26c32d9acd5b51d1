package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.Refusal;
import java.util.Optional;

/** Recognises callers by a kind of {@code Authorization} header that this feature does not know. Every bean of it is asked. */
public interface CallerSource {

    /** Whether headers of this kind are this source's to judge; no other one is asked then. Costs no statement. */
    boolean reads(String authorization);

    /**
     * Who sends the header it reads; empty for nobody who is known.
     *
     * @throws Refusal when the request is wrong in itself, as with a signature that does not fit
     */
    Optional<Caller> caller(String authorization);

    /**
     * A caller without a session, or an integration, as it is now that what it asked for is carried out later; empty when it is none of this
     * source's or may call no more.
     */
    default Optional<Caller> now(Caller accepted) {
        return Optional.empty();
    }
}
