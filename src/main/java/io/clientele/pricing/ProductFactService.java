package io.clientele.pricing;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Reads, makes, changes and deletes the facts of a product. */
@ApplicationScoped
public class ProductFactService {

    static final String RESOURCE = "Magento_Catalog::catalog";

    private final ProductFactRepository repository;
    private final ProductFactChecks checks;
    private final ExpectedVersion expected;
    private final PriceScope scope;
    private final AuditLog audit;
    private final Clock clock;
    private final PriceEvents events;

    @Inject
    ProductFactService(
            ProductFactRepository repository,
            ProductFactChecks checks,
            ExpectedVersion expected,
            PriceScope scope,
            AuditLog audit,
            Clock clock,
            PriceEvents events) {
        this.repository = repository;
        this.checks = checks;
        this.expected = expected;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** @throws io.clientele.shared.Refusal when there is no product with the sku */
    public ProductFact fact(String sku) {
        return repository.fact(sku).orElseThrow(() -> Refusals.noSuchEntity("sku", sku));
    }

    /**
     * Makes the product the draft names, or changes what is supplied of it.
     *
     * @throws io.clientele.shared.Refusal naming every field that is wrong
     */
    @Transactional
    public ProductFact save(ProductFactDraft draft) {
        scope.demandAllWebsites();
        String sku = ProductFactChecks.sku(draft.sku());
        String key = Fold.key(sku);
        repository.lock(List.of(key));
        ProductFact was = repository.facts(List.of(key)).get(key);
        if (was == null) {
            expected.checkAbsent();
        } else {
            expected.check(() -> was);
        }
        ProductFact is = checks.session().onto(was, draft);
        try {
            repository.write(List.of(is), clock.instant());
        } catch (DatabaseFailure e) {
            if (DatabaseFailure.violatedConstraint(e).equals("product_fact_tax_class_id_fk")) {
                throw Refusals.invalidValue("tax_class_id", is.taxClassId());
            }
            throw e;
        }
        audit.record(AuditDraft.of(was == null ? "product_fact.created" : "product_fact.changed")
                .about("product", is.sku())
                .change(was, is));
        events.tellProducts(List.of(is.sku()));
        return fact(sku);
    }

    /** Deletes the product with all of its prices. */
    @Transactional
    public void delete(String sku) {
        scope.demandAllWebsites();
        repository.lock(List.of(Fold.key(sku)));
        ProductFact was = fact(sku);
        expected.check(() -> was);
        repository.delete(sku);
        audit.record(AuditDraft.of("product_fact.deleted")
                .about("product", was.sku())
                .change(was, null));
        events.tellProducts(List.of(was.sku()));
    }
}
