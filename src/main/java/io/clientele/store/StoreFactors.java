package io.clientele.store;

import io.clientele.shared.graphql.CacheIdFactor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers differ by the store view and by the currency prices are shown in. */
@ApplicationScoped
class StoreFactors implements CacheIdFactor {

    private final StoreScope scope;

    @Inject
    StoreFactors(StoreScope scope) {
        this.scope = scope;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String value() {
        return scope.storeId() + " " + scope.currency();
    }
}
