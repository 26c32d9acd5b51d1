package io.clientele.transfer;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who may import may write the customers that an import writes, on the websites that are theirs. */
@ApplicationScoped
class ImportRights {

    static final String IMPORT = "Magento_ImportExport::import";
    static final String EXPORT = "Magento_ImportExport::export";

    private static final String MANAGE = "Magento_Customer::manage";

    private final CurrentCaller current;

    @Inject
    ImportRights(CurrentCaller current) {
        this.current = current;
    }

    /**
     * Gives the caller of the part in hand what its work needs. Where nobody called, it was started at the terminal.
     *
     * @throws io.clientele.shared.Refusal when the caller has lost the right to import meanwhile
     */
    void take() {
        Caller caller = current.get();
        if (caller.isGuest()) {
            current.set(Caller.OPERATOR);
            return;
        }
        if (!caller.may(IMPORT)) {
            throw Refusals.notAllowed(IMPORT);
        }
        Set<String> resources = new HashSet<>(caller.resources());
        resources.add(MANAGE);
        current.set(new Caller(
                caller.type(),
                caller.id(),
                Set.copyOf(resources),
                caller.websiteIds(),
                caller.onBehalfOf(),
                caller.sessionId(),
                caller.websiteId()));
    }

    /** The caller whose imports and exports these are; empty for who may see all of them. */
    Optional<Caller> limitedTo() {
        return current.get().websiteIds().isEmpty() ? Optional.empty() : Optional.of(current.get());
    }
}
