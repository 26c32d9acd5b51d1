package io.clientele.pricing;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.pricing.PricingFixture.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.clientele.LockWaits;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A website is deleted while somebody writes prices of it: whoever writes locks the website and then the products. */
@QuarkusTest
class WebsiteRaceTest {

    @Inject
    Database database;

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void a_deletion_of_a_website_waits_for_prices_that_are_being_written_and_holds_no_product_meanwhile()
            throws Exception {
        int website = StoreFixture.website(StoreFixture.code("race"));
        String sku = product(Map.of("price", 10, "website_ids", List.of(1, website)));
        Future<?>[] deletion = new Future<?>[1];
        QuarkusTransaction.requiringNew().run(() -> {
            hold("select 1 from website where id = ? for key share", website);
            deletion[0] = threads.submit(() -> asAdmin()
                    .delete("/rest/V1/store/websites/" + website)
                    .then()
                    .statusCode(200));
            new LockWaits(database).until(1);
            hold("select 1 from product_fact where sku_key = ? for no key update nowait", Fold.key(sku));
        });
        deletion[0].get();
        asAdmin().get("/rest/V1/productFacts/" + sku).then().statusCode(200).body("website_ids", contains(1));
    }

    private void hold(String statement, Object value) {
        assertThat(database.list(SqlFragment.of(statement, value), row -> 1)).hasSize(1);
    }
}
