package io.clientele.address;

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

/** The values in {@code customer_address.attributes}. */
@Singleton
class AddressAttributeValues extends StoredValues {

    private static final Duration EVERY = Duration.ofSeconds(2);

    @Inject
    AddressAttributeValues(Database database, Clock clock) {
        super(AttributeOwner.CUSTOMER_ADDRESS, "customer_address", database, clock);
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "clear the values of deleted attributes", this::clear);
    }
}
