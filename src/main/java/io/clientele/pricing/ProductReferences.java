package io.clientele.pricing;

import io.clientele.store.StoreGuard;
import io.clientele.store.Website;
import io.clientele.tax.TaxClassGuard;
import io.clientele.tax.TaxRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps tax classes that products have, and takes products out of a website that is deleted. */
@ApplicationScoped
class ProductReferences implements TaxClassGuard, StoreGuard {

    private final ProductFactRepository repository;

    @Inject
    ProductReferences(ProductFactRepository repository) {
        this.repository = repository;
    }

    @Override
    public void beforeDelete(int taxClassId) {
        if (repository.usesTaxClass(taxClassId)) {
            throw TaxRefusals.inUse("product");
        }
    }

    /** Its prices go with it, by their foreign keys; if somebody objects, all of it is undone. */
    @Override
    public void beforeDeleting(Website website) {
        repository.leaveWebsite(website.id());
    }
}
