package io.clientele.pricing;

import io.clientele.shared.Acl;
import io.clientele.shared.json.BodyLimit;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Base prices, costs and special prices of many products over REST. */
@Path("/rest/V1")
public class ProductPriceResource {

    private static final String ACL = ProductFactService.RESOURCE;

    private final BasePriceService basePrices;
    private final CostService costs;
    private final SpecialPriceService specialPrices;

    @Inject
    ProductPriceResource(BasePriceService basePrices, CostService costs, SpecialPriceService specialPrices) {
        this.basePrices = basePrices;
        this.costs = costs;
        this.specialPrices = specialPrices;
    }

    /** Base prices to be set. */
    @BodyLimit(PriceRows.LARGEST_BODY)
    public record SavePrices(List<PriceDraft> prices) {}

    /** Costs to be set. */
    @BodyLimit(PriceRows.LARGEST_BODY)
    public record SaveCosts(List<CostDraft> prices) {}

    /** Special prices to be set or deleted. */
    @BodyLimit(PriceRows.LARGEST_BODY)
    public record SaveSpecialPrices(List<SpecialPriceDraft> prices) {}

    /** The products that are asked about. */
    public record Skus(List<String> skus) {}

    /** A base price as it is answered. */
    @Schema(name = "base-price")
    public record PriceBody(BigDecimal price, int storeId, String sku) {}

    /** A cost as it is answered. */
    @Schema(name = "cost")
    public record CostBody(BigDecimal cost, int storeId, String sku) {}

    /** A special price as it is answered. */
    @Schema(name = "special-price")
    public record SpecialPriceBody(BigDecimal price, int storeId, String sku, String priceFrom, String priceTo) {}

    @POST
    @Path("/products/base-prices")
    @Acl(ACL)
    public List<PriceUpdateResultBody> savePrices(SavePrices body) {
        return PriceUpdateResultBody.of(basePrices.update(body.prices()));
    }

    @POST
    @Path("/products/base-prices-information")
    @Acl(ACL)
    public List<PriceBody> prices(Skus body) {
        return basePrices.of(body.skus()).stream()
                .map(each -> new PriceBody(each.price(), each.storeId(), each.sku()))
                .toList();
    }

    @POST
    @Path("/products/cost")
    @Acl(ACL)
    public List<PriceUpdateResultBody> saveCosts(SaveCosts body) {
        return PriceUpdateResultBody.of(costs.update(body.prices()));
    }

    @POST
    @Path("/products/cost-information")
    @Acl(ACL)
    public List<CostBody> costs(Skus body) {
        return costs.of(body.skus()).stream()
                .map(each -> new CostBody(each.cost(), each.storeId(), each.sku()))
                .toList();
    }

    @POST
    @Path("/products/cost-delete")
    @Acl(ACL)
    public boolean deleteCosts(Skus body) {
        costs.delete(body.skus());
        return true;
    }

    @POST
    @Path("/products/special-price")
    @Acl(ACL)
    public List<PriceUpdateResultBody> saveSpecialPrices(SaveSpecialPrices body) {
        return PriceUpdateResultBody.of(specialPrices.update(body.prices()));
    }

    @POST
    @Path("/products/special-price-information")
    @Acl(ACL)
    public List<SpecialPriceBody> specialPrices(Skus body) {
        return specialPrices.of(body.skus()).stream()
                .map(each -> new SpecialPriceBody(
                        each.price(), each.storeId(), each.sku(), each.priceFrom(), each.priceTo()))
                .toList();
    }

    @POST
    @Path("/products/special-price-delete")
    @Acl(ACL)
    public List<PriceUpdateResultBody> deleteSpecialPrices(SaveSpecialPrices body) {
        return PriceUpdateResultBody.of(specialPrices.delete(body.prices()));
    }
}
