package io.clientele.pricing.quote;

import io.clientele.pricing.quote.ProductQuery.By;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows shoppers products with their prices: two statements at most, one for the caller and one for all products, and
 * two more at most for the segments the caller is in.
 */
@ApplicationScoped
public class ProductPriceService {

    private final Buyers buyers;
    private final PricePlaces places;
    private final QuotedProductRepository products;
    private final StoreScope scope;
    private final Clock clock;

    @Inject
    ProductPriceService(
            Buyers buyers, PricePlaces places, QuotedProductRepository products, StoreScope scope, Clock clock) {
        this.buyers = buyers;
        this.places = places;
        this.products = products;
        this.scope = scope;
        this.clock = clock;
    }

    /** A page of the products that the store sells and that have a price; others are left out. */
    ProductPage page(ProductQuery query) {
        if (query.skus().size() > QuoteService.MOST_LINES) {
            throw Refusals.tooManyItems("sku", QuoteService.MOST_LINES);
        }
        List<PricedProduct> all = List.copyOf(priced(query.skus()).values());
        List<PricedProduct> sorted = sorted(all, query.orders());
        List<PricedProduct> page = sorted.stream()
                .skip((query.currentPage() - 1L) * query.pageSize())
                .limit(query.pageSize())
                .toList();
        return new ProductPage(page, query.pageSize(), query.currentPage(), all.size());
    }

    /**
     * The products with these SKUs that the store sells and that have a price, by the folded keys of their SKUs and in the
     * order they are named: two statements at most.
     */
    public Map<String, PricedProduct> priced(Collection<String> skus) {
        int websiteId = scope.view().websiteId();
        Buyer buyer = buyers.caller(websiteId);
        PriceCurrency currency = places.currency(websiteId, scope.currency());
        Shopper shopper =
                new Shopper(places.websites(websiteId), buyer.pricedGroupId(), buyer.segments(), clock.instant());
        List<String> keys =
                skus.stream().map(sku -> Fold.key(sku.strip())).distinct().toList();
        Map<String, QuotedProduct> found = products.findNamed(keys, websiteId, places.own(websiteId), shopper);
        Map<String, PricedProduct> priced = new LinkedHashMap<>();
        for (String key : keys) {
            QuotedProduct product = found.get(key);
            if (product != null && product.onWebsite()) {
                priced(product, shopper, currency).forEach(each -> priced.put(key, each));
            }
        }
        return priced;
    }

    /** A product of which the store knows no more than this; it has no price. */
    public PricedProduct unpriced(String sku, String name) {
        return PricedProduct.unpriced(sku, name, places.currency(scope.view().websiteId(), scope.currency()));
    }

    private static Stream<PricedProduct> priced(QuotedProduct product, Shopper shopper, PriceCurrency currency) {
        PriceFacts prices = product.prices();
        ProductName name = product.name();
        return prices == null || name == null
                ? Stream.of()
                : Stream.of(PricedProduct.of(name, product.sku(), prices, shopper, currency));
    }

    private static List<PricedProduct> sorted(List<PricedProduct> all, List<ProductQuery.Order> orders) {
        Comparator<PricedProduct> comparator = Comparator.comparingInt(_ -> 0);
        for (ProductQuery.Order order : orders) {
            Comparator<PricedProduct> next = comparator(order.by(), all);
            comparator = comparator.thenComparing(order.descending() ? next.reversed() : next);
        }
        return all.stream().sorted(comparator).toList();
    }

    private static Comparator<PricedProduct> comparator(By by, List<PricedProduct> all) {
        return switch (by) {
            case NAME -> Comparator.comparing(product -> product.name().name().toLowerCase(Locale.ROOT));
            case PRICE -> Comparator.comparing(PricedProduct::last);
            case NAMED -> Comparator.comparingInt(all::indexOf);
        };
    }
}
