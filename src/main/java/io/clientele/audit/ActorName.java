package io.clientele.audit;

import io.clientele.shared.Caller;
import java.util.Optional;

/** Tells what an actor is called at this moment; who knows a kind of caller implements it. */
public interface ActorName {

    /** The kind of caller that it knows. */
    Caller.Type type();

    /** The user name or e-mail address; empty when there is nobody with the id. */
    Optional<String> of(long id);
}
