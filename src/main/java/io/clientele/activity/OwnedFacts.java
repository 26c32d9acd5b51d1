package io.clientele.activity;

import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts that belong to customers and to no website: who is limited to websites touches those of their customers only. */
@ApplicationScoped
class OwnedFacts {

    private final People people;
    private final FactWebsites websites;

    @Inject
    OwnedFacts(People people, FactWebsites websites) {
        this.people = people;
        this.websites = websites;
    }

    /** Finds the customers of reports, and those whose the stored facts are. */
    Known known(List<Long> customerIds, List<StoredFact> stored) {
        FoundPeople found =
                people.find(Stream.concat(customerIds.stream(), stored.stream().map(StoredFact::customerId))
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(id -> new Person(0, id, null, null, null))
                        .toList());
        return new Known(found, stored, websites);
    }

    /** What is known of the facts and of their customers. */
    static final class Known {

        private final FoundPeople people;
        private final FactWebsites websites;
        private final Map<String, StoredFact> stored = new HashMap<>();

        private Known(FoundPeople people, List<StoredFact> stored, FactWebsites websites) {
            this.people = people;
            this.websites = websites;
            stored.forEach(each -> this.stored.put(each.externalId(), each));
        }

        <F> Latest<String, F> latest() {
            Latest<String, F> latest = new Latest<>();
            stored.values().forEach(each -> latest.stored(each.externalId(), each.changedAt()));
            return latest;
        }

        /** The account that the customer is now, of those that were found. */
        long owner(long customerId) {
            return people.account(customerId).id();
        }

        /**
         * The row of the fact; 0 for one that is new.
         *
         * @param customerId whose the report says it is; null for nobody's
         * @throws io.clientele.shared.Refusal when there is no such customer for the caller, or the fact is not the caller's
         *     to change
         */
        long row(String externalId, @Nullable Long customerId) {
            if (customerId != null) {
                people.account(customerId);
            } else if (!websites.seesAll()) {
                throw Refusals.required("customer_id");
            }
            StoredFact was = stored.get(externalId);
            if (was != null && !isCallers(was)) {
                throw Refusals.noSuchEntity("external_id", externalId);
            }
            return was == null ? 0 : was.id();
        }

        private boolean isCallers(StoredFact fact) {
            return websites.seesAll() || (fact.customerId() != null && people.sees(fact.customerId()));
        }
    }
}
