package io.clientele.access;

import io.clientele.shared.Caller;
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
    private final ClientAddress clientAddress;
    private final TokenThrottle throttle;

    AccessPreflight(
            Authentication authentication,
            CurrentCaller currentCaller,
            ClientAddress clientAddress,
            TokenThrottle throttle) {
        this.authentication = authentication;
        this.currentCaller = currentCaller;
        this.clientAddress = clientAddress;
        this.throttle = throttle;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void check(Function<String, @Nullable String> header) {
        currentCaller.calledItself(header.apply("User-Agent"));
        currentCaller.from(clientAddress.of(currentCaller.address(), header), currentCaller.requestId());
        Caller caller = authentication.caller(header.apply("Authorization")).orElseThrow(AccessRefusals::deadToken);
        currentCaller.set(caller);
        throttle.admit(caller);
    }
}
