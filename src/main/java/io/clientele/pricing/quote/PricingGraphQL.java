package io.clientele.pricing.quote;

import io.clientele.pricing.quote.ProductInputs.Filter;
import io.clientele.pricing.quote.ProductInputs.Sort;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Prices over GraphQL. */
@GraphQLApi
public class PricingGraphQL {

    private final ProductPriceService products;
    private final QuoteService quotes;

    @Inject
    PricingGraphQL(ProductPriceService products, QuoteService quotes) {
        this.products = products;
        this.quotes = quotes;
    }

    /** Products by their SKUs, with what the caller pays for them. */
    @Query
    public ProductsNode products(
            @Nullable String search,
            @Nullable Filter filter,
            @DefaultValue("20") int pageSize,
            @DefaultValue("1") int currentPage,
            @Nullable Sort sort) {
        return ProductsNode.of(products.page(ProductQuery.of(
                search,
                filter == null ? null : filter.skus(),
                sort == null ? List.of() : sort.orders(),
                pageSize,
                currentPage)));
    }

    /** What the caller, or whom the caller may name, pays for each line. */
    @Query
    public @NonNull QuoteNode priceQuote(@NonNull @Name("input") QuoteInput input) {
        return QuoteNode.of(quotes.quote(input.draft()));
    }
}
