package io.clientele.pricing.quote;

import io.clientele.shared.Refusals;
import io.clientele.store.StoreScope;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Quotes prices: two statements at most, one for the buyer and one for all products, and two more at most for the
 * segments the buyer is in.
 */
@ApplicationScoped
public class QuoteService {

    /** Whoever may name others, other moments, and see why a price is what it is. */
    static final String RESOURCE = "Magento_Catalog::catalog";

    /** Lines of one quote. */
    static final int MOST_LINES = 500;

    private final Buyers buyers;
    private final PricePlaces places;
    private final QuotedProductRepository products;
    private final QuoteTaxes taxes;
    private final Stores stores;
    private final StoreScope scope;
    private final Clock clock;

    @Inject
    QuoteService(
            Buyers buyers,
            PricePlaces places,
            QuotedProductRepository products,
            QuoteTaxes taxes,
            Stores stores,
            StoreScope scope,
            Clock clock) {
        this.buyers = buyers;
        this.places = places;
        this.products = products;
        this.taxes = taxes;
        this.stores = stores;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What is paid for each line.
     *
     * @throws io.clientele.shared.Refusal naming every line that cannot be quoted; then none is
     */
    public PriceQuote quote(QuoteDraft draft) {
        int websiteId = websiteOf(draft);
        Buyer buyer = buyers.of(draft, websiteId);
        PriceCurrency currency = currencyOf(draft, websiteId);
        checkCount(draft.lines().size());
        QuoteLines lines = QuoteLines.checked(draft.lines());
        Shopper shopper = new Shopper(
                places.websites(websiteId),
                buyer.pricedGroupId(),
                buyer.segments(),
                Objects.requireNonNullElseGet(draft.at(), clock::instant));
        Map<String, QuotedProduct> found =
                products.find(lines.keys(), websiteId, places.own(websiteId), shopper, draft.explain());
        lines.check(found, websiteId);
        Map<Integer, TaxTerms> terms = taxes.terms(
                buyer,
                websiteId,
                found.values().stream().map(QuotedProduct::taxClassId).collect(Collectors.toSet()));
        LinePricing pricing = new LinePricing(shopper, currency, terms, draft.explain());
        return new PriceQuote(currency.code(), buyer.groupId(), buyer.taxClassId(), lines.priced(found, pricing));
    }

    private int websiteOf(QuoteDraft draft) {
        Integer named = draft.websiteId();
        int websiteId = named == null ? scope.view().websiteId() : named;
        if (websiteId == Website.ADMIN) {
            throw Refusals.noSuchEntity("websiteId", websiteId);
        }
        return stores.website(websiteId).id();
    }

    /** The request's currency, unless another website or currency is named. */
    private PriceCurrency currencyOf(QuoteDraft draft, int websiteId) {
        boolean here = draft.currency() == null && draft.websiteId() == null;
        return places.currency(websiteId, here ? scope.currency() : draft.currency());
    }

    private static void checkCount(int lines) {
        if (lines == 0) {
            throw Refusals.required("lines");
        }
        if (lines > MOST_LINES) {
            throw Refusals.tooManyItems("lines", MOST_LINES);
        }
    }
}
