package io.clientele.store.directory;

import io.clientele.store.StoreScope;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The countries over GraphQL. */
@GraphQLApi
public class CountryGraphQL {

    private final Countries countries;
    private final StoreScope scope;

    @Inject
    CountryGraphQL(Countries countries, StoreScope scope) {
        this.countries = countries;
        this.scope = scope;
    }

    /** The countries the store allows, named in its language. */
    @Query
    public List<CountryNode> countries() {
        Locale locale = countries.locale(scope.view());
        return countries.allowed(scope.view()).stream()
                .map(country -> CountryNode.of(country, locale))
                .toList();
    }

    /** One of these countries by its two-letter code. */
    @Query
    public CountryNode country(@Nullable String id) {
        return CountryNode.of(countries.named(id, scope.view()), countries.locale(scope.view()));
    }
}
