package io.clientele.store;

import io.clientele.shared.GraphQLPreflight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the store view from a GraphQL request's {@code Store} header. */
@ApplicationScoped
public class StoreHeader implements GraphQLPreflight {

    private final Stores stores;
    private final StoreScope scope;

    @Inject
    StoreHeader(Stores stores, StoreScope scope) {
        this.stores = stores;
        this.scope = scope;
    }

    @Override
    public int order() {
        return 10;
    }

    /** The word "default" in any case always passes, whatever the default store view's code is. */
    @Override
    public void check(Function<String, @Nullable String> header) {
        String sent = header.apply("Store");
        String code = sent == null ? "" : sent.strip();
        if (code.isEmpty()) {
            return;
        }
        scope.use(stores.viewByCode(code)
                .filter(view -> view.active() && view.id() != StoreView.ADMIN)
                .or(() -> code.equalsIgnoreCase("default") ? Optional.of(stores.defaultView()) : Optional.empty())
                .orElseThrow(() -> StoreRefusals.storeNotFound(code)));
    }
}
