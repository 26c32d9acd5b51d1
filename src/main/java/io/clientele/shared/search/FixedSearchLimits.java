package io.clientele.shared.search;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** The limits where no setting speaks. */
@ApplicationScoped
@DefaultBean
class FixedSearchLimits implements SearchLimits {

    @Override
    public int defaultPageSize() {
        return 1_000;
    }

    @Override
    public int maximumPageSize() {
        return 10_000;
    }
}
