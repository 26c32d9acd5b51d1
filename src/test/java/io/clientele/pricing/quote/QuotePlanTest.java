package io.clientele.pricing.quote;

import static io.clientele.pricing.quote.PriceFixture.asGuest;
import static io.clientele.pricing.quote.PriceFixture.priced;
import static io.clientele.pricing.quote.PriceFixture.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.StatementPlans;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How PostgreSQL finds the prices of a quote, as it says itself of the statement the service has sent. */
@QuarkusTest
class QuotePlanTest {

    private static final String OWN =
            "Index Cond: ((product_id = f.product_id) AND (website_id = ANY ($n)) AND (customer_group_id = $n))";
    private static final String EVERYBODYS =
            "Index Cond: ((product_id = f.product_id) AND (website_id = ANY ($n)) AND (customer_group_id IS NULL))";

    @Inject
    DataSource dataSource;

    @Test
    void tier_prices_are_looked_up_by_product_website_and_group_so_that_those_of_other_groups_cost_nothing()
            throws SQLException {
        asGuest(quote(priced("10").line(1))).statusCode(200);
        String plan = new StatementPlans(dataSource, "select k.n, f.sku%").plan("%tier_price%", "seqscan", "hashjoin");
        assertThat(plan.replaceAll("\\$\\d+", "\\$n"))
                .contains("tier_price_product_id_uq", "product_fact_sku_key_uq", "product_price_pk")
                .containsIgnoringWhitespaces(OWN, EVERYBODYS)
                .doesNotContain("Seq Scan");
    }
}
