package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop reports it, whole or, with nothing but its id, a status and refunds, as a correction. Amounts are read
 * when they are checked, so that one that is no number is refused by its name.
 *
 * @param externalId the shop's own id of it, unique over the installation
 * @param customerEmail whose it is where no account is named; one with that verified address gets it
 * @param updatedAt when the shop last changed it; the time of receipt when it is left out
 * @param refunded what was paid back of the grand total; left out, nothing is said of it
 */
@Schema(name = "activity-order")
public record OrderDraft(
        @Nullable String externalId,
        @Nullable Long customerId,
        @Nullable String customerExternalId,
        @Nullable String customerEmail,
        @Nullable Integer websiteId,
        @Nullable String status,
        @Nullable String placedAt,
        @Nullable String updatedAt,
        @Nullable String currency,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode subtotal,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode tax,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode shipping,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode discount,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode grandTotal,
        @Schema(implementation = BigDecimal.class) @Nullable JsonNode refunded,
        @Nullable String couponCode,
        @Nullable OrderAddressDraft billingAddress,
        @Nullable OrderAddressDraft shippingAddress,
        @Nullable List<OrderLineDraft> lines) {

    /** Whether it says no more than what has become of an order. */
    boolean isCorrection() {
        return (status != null || refunded != null)
                && Stream.of(
                                customerId,
                                customerExternalId,
                                customerEmail,
                                placedAt,
                                currency,
                                subtotal,
                                tax,
                                shipping,
                                discount,
                                grandTotal,
                                couponCode,
                                billingAddress,
                                shippingAddress,
                                lines)
                        .allMatch(each -> each == null);
    }
}
