package io.clientele.activity;

import io.clientele.customer.Customer;
import io.clientele.customer.CustomerExtension;
import io.clientele.customer.SignInParticipant;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchField.Type;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Lets customers be found and sorted by their last sign-in and by the sums of their orders, which the database keeps as
 * orders come, change and go.
 */
@ApplicationScoped
class CustomerFigures implements CustomerExtension, SignInParticipant {

    private static final String BESIDE = "join customer_figure f on f.customer_id = c.id";

    private final FigureRepository figures;
    private final Clock clock;

    @Inject
    CustomerFigures(FigureRepository figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public void signedIn(long customerId) {
        figures.signedIn(customerId, clock.instant());
    }

    /** They change with what others do, and are no part of a customer's version. */
    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public List<SearchField> searchFields() {
        return List.of(
                SearchField.of("last_sign_in_at", Type.MOMENT, "f.last_sign_in_at")
                        .beside(BESIDE, "f.customer_id"),
                SearchField.of("orders_count", Type.INTEGER, "f.orders_count")
                        .beside(BESIDE, "f.customer_id")
                        .always(),
                SearchField.of("lifetime_value", Type.DECIMAL, "f.lifetime_value")
                        .beside(BESIDE, "f.customer_id")
                        .always());
    }

    @Override
    public void write(Customer customer, Map<String, Object> supplied) {
        // Nobody supplies figures.
    }
}
