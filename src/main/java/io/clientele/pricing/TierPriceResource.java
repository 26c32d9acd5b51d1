package io.clientele.pricing;

import io.clientele.shared.Acl;
import io.clientele.shared.json.BodyLimit;
import io.clientele.shared.rest.Unversioned;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

/** Tier prices of many products over REST. */
@Path("/rest/V1")
public class TierPriceResource {

    private static final String ACL = ProductFactService.RESOURCE;

    private final TierPriceService prices;
    private final TierGroups groups;

    @Inject
    TierPriceResource(TierPriceService prices, TierGroups groups) {
        this.prices = prices;
        this.groups = groups;
    }

    /** Tier prices to be written, or named to be deleted. */
    @BodyLimit(PriceRows.LARGEST_BODY)
    public record TierPrices(List<TierPriceDraft> prices) {}

    @POST
    @Path("/products/tier-prices")
    @Acl(ACL)
    public List<PriceUpdateResultBody> add(TierPrices body) {
        return PriceUpdateResultBody.of(prices.add(body.prices()));
    }

    /** Of many products, so no one version could be meant. */
    @PUT
    @Unversioned
    @Path("/products/tier-prices")
    @Acl(ACL)
    public List<PriceUpdateResultBody> replace(TierPrices body) {
        return PriceUpdateResultBody.of(prices.replace(body.prices()));
    }

    @POST
    @Path("/products/tier-prices-delete")
    @Acl(ACL)
    public List<PriceUpdateResultBody> delete(TierPrices body) {
        return PriceUpdateResultBody.of(prices.delete(body.prices()));
    }

    /** The contract answers the name of all groups in lower case here. */
    @POST
    @Path("/products/tier-prices-information")
    @Acl(ACL)
    public List<TierPriceBody> information(ProductPriceResource.Skus body) {
        return prices.of(body.skus()).stream()
                .map(price ->
                        TierPriceBody.of(price, price.groupId() == null ? "all groups" : groups.code(price.groupId())))
                .toList();
    }
}
