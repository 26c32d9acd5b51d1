package io.clientele.movein;

import static io.clientele.movein.OldShop.lastReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.clientele.pricing.PricingFixture;
import io.clientele.store.StoreFixture;
import io.clientele.transfer.TransferFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's own files, which are not in the repository; without them this is skipped. */
@QuarkusTest
class RealMoveInApiTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("clientele.data", "../shared/data")).resolve("magento-import");

    private static final List<String> PRODUCTS =
            List.of("sku123", "sku124", "AdvancedPricingSimple 1", "AdvancedPricingSimple 2");

    @TempDir
    Path parent;

    @Inject
    MoveInCommand command;

    @AfterEach
    void forgetThem() {
        if (Files.isDirectory(FOLDER)) {
            StoreFixture.inherit(PricingFixture.SCOPE, "default", 0);
            PRODUCTS.forEach(PricingFixture::delete);
            TransferFixture.imported("email,_website\njondoe@example.com,base\n", "behavior=delete");
        }
    }

    @Test
    void the_sample_files_of_a_folder_move_in_as_they_are() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "there is no folder " + FOLDER);
        PRODUCTS.forEach(
                sku -> PricingFixture.put(sku, Map.of("price", 20)).then().statusCode(200));
        String errors = parent.resolve("errors.csv").toString();
        // Prices of one website are wrong while they are the same on all of them.
        assertThat(command.run(List.of(FOLDER.toString(), "--errors", errors, "--website", "website1=base")))
                .isEqualTo(1);
        StoreFixture.set(PricingFixture.SCOPE, "1", "default", 0);
        assertThat(command.run(List.of(FOLDER.toString(), "--errors", errors, "--website", "website1=base")))
                .isZero();
        lastReport()
                .body("agrees", equalTo(true))
                .body(
                        "files.file_name",
                        contains(
                                "customer.csv",
                                "customer_composite.csv",
                                "customer_address.csv",
                                "customer_finance.csv",
                                "advanced_pricing.csv"))
                .body("files.refused", everyItem(is(0)))
                .body("counted.findAll { it.thing == 'addresses' }.here", contains(2))
                .body("counted.findAll { it.thing == 'balances' }.here", contains(1, 1))
                .body("counted.findAll { it.thing == 'tier_prices' }.here", contains(1, 1));
        Path prices = FOLDER.resolve("integration-tests/import_advanced_pricing.csv");
        assertThat(command.run(List.of(prices.toString(), "--errors", errors))).isZero();
        lastReport().body("files.made", contains(6)).body("files.refused", contains(0));
    }
}
