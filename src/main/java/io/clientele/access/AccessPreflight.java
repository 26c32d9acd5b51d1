package io.clientele.access;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.GraphQLPreflight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a GraphQL request; a token that is not accepted refuses the whole of it. */
@ApplicationScoped
class AccessPreflight implements GraphQLPreflight {

    private static final int ORDER = 30;

    private final Authentication authentication;
    private final CurrentCaller currentCaller;

    AccessPreflight(Authentication authentication, CurrentCaller currentCaller) {
        this.authentication = authentication;
        this.currentCaller = currentCaller;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void check(Function<String, @Nullable String> header) {
        currentCaller.set(authentication.caller(header.apply("Authorization")).orElseThrow(AccessRefusals::deadToken));
    }
}
