package io.clientele.customer;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.StoredValues;
import io.clientele.shared.Recurring;
import io.clientele.shared.sql.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The values in {@code customer.attributes}. */
@Singleton
class CustomerAttributeValues extends StoredValues {

    private static final Duration EVERY = Duration.ofSeconds(2);

    @Inject
    CustomerAttributeValues(Database database, Clock clock) {
        super(AttributeOwner.CUSTOMER, "customer", database, clock);
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "clear the values of deleted attributes", this::clear);
    }
}
