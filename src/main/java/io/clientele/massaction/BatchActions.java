package io.clientele.massaction;

import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The actions there are, and whether the caller may take them. */
@ApplicationScoped
class BatchActions {

    private final Map<String, BatchAction> actions;
    private final CurrentCaller caller;

    @Inject
    BatchActions(@All List<BatchAction> actions, CurrentCaller caller) {
        this.actions = actions.stream().collect(Collectors.toMap(BatchAction::name, Function.identity()));
        this.caller = caller;
    }

    /** @throws io.clientele.shared.Refusal when there is none of the name, or it is not the caller's to take */
    BatchAction demanded(String name) {
        BatchAction action = find(name);
        missing(action).ifPresent(resource -> {
            throw Refusals.notAllowed(resource);
        });
        return action;
    }

    /** @throws io.clientele.shared.Refusal when there is none of the name */
    BatchAction find(String name) {
        BatchAction action = actions.get(name);
        if (action == null) {
            throw Refusals.invalidValue("name", name);
        }
        return action;
    }

    /** A resource that the action demands and the caller does not hold. */
    Optional<String> missing(BatchAction action) {
        return action.resources().stream()
                .filter(resource -> !caller.get().may(resource))
                .sorted()
                .findFirst();
    }
}
