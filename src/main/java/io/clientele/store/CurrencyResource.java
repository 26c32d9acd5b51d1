package io.clientele.store;

import io.clientele.shared.Acl;
import io.clientele.shared.Refusals;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Currencies over REST. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/rest/V1")
public class CurrencyResource {

    private final CurrencyService currencies;
    private final StoreScope scope;
    private final AnswerVersion answer;

    @Inject
    CurrencyResource(CurrencyService currencies, StoreScope scope, AnswerVersion answer) {
        this.currencies = currencies;
        this.scope = scope;
        this.answer = answer;
    }

    /** A rate as REST shows and takes it. */
    public record RateBody(
            @Nullable String from,
            @Nullable String to,
            @Nullable BigDecimal rate) {

        static RateBody of(CurrencyRate rate) {
            return new RateBody(rate.from(), rate.to(), rate.rate());
        }

        CurrencyRate toRate() {
            return new CurrencyRate(given("from", from), given("to", to), given("rate", rate));
        }

        private static <T> T given(String name, @Nullable T value) {
            if (value == null) {
                throw Refusals.required(name);
            }
            return value;
        }
    }

    /** The rates, wrapped as they are shown and taken. */
    public record Rates(List<RateBody> rates) {

        static Rates of(List<CurrencyRate> rates) {
            return new Rates(rates.stream().map(RateBody::of).toList());
        }
    }

    @GET
    @Path("/directory/currency")
    @Acl(Acl.ANONYMOUS)
    public CurrencyInformation currency() {
        return currencies.of(scope.view());
    }

    @GET
    @Path("/currency/rates")
    @Acl(CurrencyService.RESOURCE)
    public Rates rates() {
        return answer.show(currencies.rates(), Rates::of);
    }

    @PUT
    @Path("/currency/rates")
    @Acl(CurrencyService.RESOURCE)
    public Rates save(Rates body) {
        return answer.show(
                currencies.save(body.rates().stream().map(RateBody::toRate).toList()), Rates::of);
    }
}
