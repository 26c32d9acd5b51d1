package io.clientele.sample;

import io.clientele.pricing.ProductFactDraft;
import io.clientele.pricing.ProductFactService;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes products that are not there yet and leaves the others as they are. */
@ApplicationScoped
class KnownProducts {

    private final ProductFactService facts;
    private final Database database;

    @Inject
    KnownProducts(ProductFactService facts, Database database) {
        this.facts = facts;
        this.database = database;
    }

    /**
     * Makes those of the products that are missing.
     *
     * @return their SKUs
     * @throws LoadFailure when one of them is refused
     */
    List<String> add(List<ProductFactDraft> products) {
        String[] keys = products.stream()
                .map(product -> Fold.key(String.valueOf(product.sku())))
                .toArray(String[]::new);
        Set<String> known = new TreeSet<>(database.list(
                SqlFragment.of("select sku_key from product_fact where sku_key = any (?)", (Object) keys),
                row -> row.getString(1)));
        List<ProductFactDraft> missing = products.stream()
                .filter(product -> !known.contains(Fold.key(String.valueOf(product.sku()))))
                .toList();
        missing.forEach(this::save);
        return missing.stream().map(product -> String.valueOf(product.sku())).toList();
    }

    private void save(ProductFactDraft product) {
        try {
            facts.save(product);
        } catch (Refusal refusal) {
            throw new LoadFailure("product " + product.sku(), refusal);
        }
    }
}
