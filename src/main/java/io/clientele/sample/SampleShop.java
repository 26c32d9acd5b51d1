package io.clientele.sample;

import io.clientele.customer.CustomerImport;
import io.clientele.customer.RegistrationService;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Progress;
import io.clientele.shared.Refusal;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two websites, people who shop there, products they buy, what they did, and segments of them. Filling it again adds what is missing and leaves the rest as it is. */
@ApplicationScoped
class SampleShop {

    private final SampleSites sites;
    private final BatchLoad batches;
    private final CustomerImport customers;
    private final RegistrationService registration;
    private final SampleProducts products;
    private final SampleHistory history;
    private final SampleSegments segments;
    private final Database database;
    private final CurrentCaller caller;

    @Inject
    SampleShop(
            SampleSites sites,
            BatchLoad batches,
            CustomerImport customers,
            RegistrationService registration,
            SampleProducts products,
            SampleHistory history,
            SampleSegments segments,
            Database database,
            CurrentCaller caller) {
        this.sites = sites;
        this.batches = batches;
        this.customers = customers;
        this.registration = registration;
        this.products = products;
        this.history = history;
        this.segments = segments;
        this.database = database;
        this.caller = caller;
    }

    /** Whether the database holds customers that are not of this shop. */
    boolean hasOthers() {
        return database.first(
                        SqlFragment.of(
                                "select 1 from customer where external_id is null or external_id not like ? limit 1",
                                SamplePerson.KEYS),
                        row -> row.getInt(1))
                .isPresent();
    }

    /**
     * Makes the websites, the products, the first people of the shop, what they did and segments, as far as it is not there; some
     * people have a password.
     *
     * @return how many people are new
     * @throws LoadFailure when one of them is refused, as where an e-mail address is taken
     */
    int fill(int size) {
        caller.set(Caller.OPERATOR);
        List<StoreView> views = sites.views();
        products.fill(views);
        List<SamplePerson> people = new SamplePeople(views).first(size);
        List<SamplePerson> missing = missing(people, views);
        List<SamplePerson> accounts =
                missing.stream().filter(SampleShop::hasPassword).toList();
        List<BatchLoad.Entry> others = missing.stream()
                .filter(person -> !hasPassword(person))
                .map(person -> new BatchLoad.Entry(person.externalId(), person.draft()))
                .toList();
        accounts.forEach(this::register);
        int made = accounts.size();
        try (Progress progress = new Progress("Sample shop", others.size())) {
            made += batches.store(others.iterator(), progress::moved).created();
        }
        history.fill(people);
        segments.fill(views);
        return made;
    }

    private List<SamplePerson> missing(List<SamplePerson> people, List<StoreView> views) {
        List<String> keys = people.stream().map(SamplePerson::externalId).toList();
        Set<String> known = new HashSet<>();
        views.forEach(view -> known.addAll(customers.known(view.websiteId(), keys)));
        return people.stream()
                .filter(person -> !known.contains(person.externalId()))
                .toList();
    }

    private static boolean hasPassword(SamplePerson person) {
        return person.number() <= SampleAccounts.ALL.size();
    }

    private void register(SamplePerson person) {
        try {
            registration.enter(person.draft(), SampleAccounts.PASSWORD);
        } catch (Refusal refusal) {
            throw new LoadFailure(person.email(), refusal);
        }
    }
}
