package io.clientele.group;

import io.clientele.tax.TaxClassGuard;
import io.clientele.tax.TaxClassParticipant;
import io.clientele.tax.TaxRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps tax classes that groups use, and shows their new names. */
@ApplicationScoped
class GroupTaxClasses implements TaxClassGuard, TaxClassParticipant {

    private final GroupRepository repository;
    private final Groups groups;

    @Inject
    GroupTaxClasses(GroupRepository repository, Groups groups) {
        this.repository = repository;
        this.groups = groups;
    }

    @Override
    public void beforeDelete(int taxClassId) {
        if (repository.usesTaxClass(taxClassId)) {
            throw TaxRefusals.inUse("customer group");
        }
    }

    @Override
    public void changed(int taxClassId) {
        if (repository.usesTaxClass(taxClassId)) {
            groups.changed();
        }
    }
}
