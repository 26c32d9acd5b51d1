package io.clientele.pricing;

import io.clientele.shared.Refusal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a row of prices, over REST: parameters are a list even where the placeholders have names. */
@Schema(
        name = "catalog-data-price-update-result-interface",
        requiredProperties = {"message", "parameters"})
public record PriceUpdateResultBody(String message, List<String> parameters) {

    static List<PriceUpdateResultBody> of(List<Refusal> failures) {
        return failures.stream()
                .map(failure -> new PriceUpdateResultBody(failure.template(), parameters(failure)))
                .toList();
    }

    private static List<String> parameters(Refusal failure) {
        return failure.parameters() instanceof List<?> positional
                ? positional.stream().map(String::valueOf).toList()
                : List.of();
    }
}
