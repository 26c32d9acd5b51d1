package io.clientele.pricing;

import io.clientele.shared.Refusal;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** What has become of tier prices that administrators sent: those that were refused; all others were written. */
@Name("AdminTierPricesOutput")
public record AdminTierPricesOutput(@NonNull List<@NonNull Failure> failures) {

    /** Why a price was refused: the contract's raw message and its parameters by position. */
    @Name("AdminTierPriceFailure")
    public record Failure(@NonNull String message, @NonNull List<@NonNull String> parameters) {}

    static AdminTierPricesOutput of(List<Refusal> refusals) {
        return new AdminTierPricesOutput(PriceUpdateResultBody.of(refusals).stream()
                .map(body -> new Failure(body.message(), body.parameters()))
                .toList());
    }
}
