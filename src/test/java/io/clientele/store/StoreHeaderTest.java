package io.clientele.store;

import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.set;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the headers of a GraphQL request choose, before it is executed. */
@QuarkusTest
@ActivateRequestContext
class StoreHeaderTest {

    @Inject
    StoreHeader store;

    @Inject
    CurrencyHeader currency;

    @Inject
    StoreScope scope;

    private void send(String storeCode, String currencyCode) {
        Map<String, String> headers = Map.of("Store", storeCode, "Content-Currency", currencyCode);
        store.check(headers::get);
        currency.check(headers::get);
    }

    @Test
    void the_store_comes_before_the_currency() {
        assertThat(store.order()).isEqualTo(10);
        assertThat(currency.order()).isEqualTo(20);
    }

    @Test
    void without_headers_the_default_store_and_its_currency_hold() {
        store.check(name -> null);
        currency.check(name -> null);
        assertThat(scope.view().code()).isEqualTo("default");
        assertThat(scope.website().code()).isEqualTo("base");
        assertThat(scope.currency()).isEqualTo("USD");
        assertThat(scope.storeId()).isEqualTo(1);
    }

    @Test
    void a_store_views_code_chooses_it() {
        int website = website(code("site"));
        String code = code("view");
        int view = view(website, group(website, code("group")), code, true);
        set("currency/options/default", "EUR", "stores", view);
        send(code, "");
        assertThat(scope.storeId()).isEqualTo(view);
        assertThat(scope.website().id()).isEqualTo(website);
        assertThat(scope.currency()).isEqualTo("EUR");
    }

    @Test
    void an_unknown_and_an_inactive_store_are_refused() {
        int website = website(code("site"));
        String inactive = code("view");
        view(website, group(website, code("group")), inactive, false);
        for (String each : new String[] {"nowhere", inactive, "admin"}) {
            assertThatThrownBy(() -> send(each, ""))
                    .hasMessage("Requested store is not found (" + each + ")")
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(RefusalKind.INPUT));
        }
    }

    @Test
    void the_word_default_passes_in_any_case() {
        send("DEFAULT", "");
        assertThat(scope.view().code()).isEqualTo("default");
    }

    @Test
    void a_currency_the_store_shows_is_chosen_in_any_case() {
        send("", "eur");
        assertThat(scope.currency()).isEqualTo("EUR");
    }

    @Test
    void another_currency_is_refused() {
        assertThatThrownBy(() -> send("", "GBP"))
                .hasMessage("Please correct the target currency")
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(RefusalKind.INPUT));
    }
}
