package io.clientele.pricing;

import io.clientele.shared.Acl;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tier prices of one product for one group over REST. */
@Path("/rest/V1")
public class GroupTierResource {

    private static final String ACL = ProductFactService.RESOURCE;

    private final GroupTierService tiers;
    private final AnswerVersion answer;

    @Inject
    GroupTierResource(GroupTierService tiers, AnswerVersion answer) {
        this.tiers = tiers;
        this.answer = answer;
    }

    /** A tier price of a product. */
    @Schema(
            name = "catalog-data-product-tier-price-interface",
            requiredProperties = {"customer_group_id", "qty", "value"})
    public record TierBody(int customerGroupId, BigDecimal qty, BigDecimal value, Extension extensionAttributes) {

        /** The percents of a discount, and the website; 0 for all. */
        @Schema(name = "catalog-data-product-tier-price-extension-interface")
        public record Extension(@Nullable BigDecimal percentageValue, int websiteId) {}

        static TierBody of(GroupTierService.Shown tier) {
            return new TierBody(
                    tier.groupId(), tier.quantity(), tier.value(), new Extension(tier.percent(), tier.websiteId()));
        }
    }

    @GET
    @Path("/products/{sku}/group-prices/{customerGroupId}/tiers")
    @Acl(ACL)
    public List<TierBody> list(@PathParam("sku") String sku, @PathParam("customerGroupId") String group) {
        return answer.show(
                tiers.of(sku, group), shown -> shown.stream().map(TierBody::of).toList());
    }

    @POST
    @Path("/products/{sku}/group-prices/{customerGroupId}/tiers/{qty}/price/{price}")
    @Acl(ACL)
    public boolean add(
            @PathParam("sku") String sku,
            @PathParam("customerGroupId") String group,
            @PathParam("qty") String quantity,
            @PathParam("price") String price) {
        tiers.add(sku, group, quantity, price);
        return true;
    }

    @DELETE
    @Path("/products/{sku}/group-prices/{customerGroupId}/tiers/{qty}")
    @Acl(ACL)
    public boolean remove(
            @PathParam("sku") String sku,
            @PathParam("customerGroupId") String group,
            @PathParam("qty") String quantity) {
        tiers.remove(sku, group, quantity);
        return true;
    }
}
