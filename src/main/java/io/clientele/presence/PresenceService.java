package io.clientele.presence;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Recurring;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchCriteria.SortOrder;
import io.clientele.shared.search.SearchResults;
import io.clientele.store.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Knows who is active now. A request only leaves a note in memory; about every second the notes are written down. */
@ApplicationScoped
public class PresenceService {

    /** Whoever may see who is online. */
    public static final String SEE = "Magento_Customer::online";

    private static final Logger LOG = Logger.getLogger(PresenceService.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int DEFAULT_MINUTES = 15;
    private static final int MOST_CUSTOMERS = 100_000;
    private static final int MOST_VISITORS = 20_000;

    private final PresenceRepository repository;
    private final CurrentCaller caller;
    private final CurrentVisit visit;
    private final Settings settings;
    private final Clock clock;
    private final PresenceBuffer<Long> customers = new PresenceBuffer<>(MOST_CUSTOMERS);
    // Apart, and by the hash of whatever a request named: made-up tokens cannot crowd customers out.
    private final PresenceBuffer<String> visitors = new PresenceBuffer<>(MOST_VISITORS);

    @Inject
    PresenceService(
            PresenceRepository repository, CurrentCaller caller, CurrentVisit visit, Settings settings, Clock clock) {
        this.repository = repository;
        this.caller = caller;
        this.visit = visit;
        this.settings = settings;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "write down who is online", this::flush);
    }

    void stop(@Observes ShutdownEvent event) {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.debug("the last notes of who is online are lost", e);
        }
    }

    /** Notes that the caller has changed something. Whoever acts for a customer does not make the customer online. */
    void active() {
        Caller who = caller.get();
        if (who.isCustomer()) {
            if (who.onBehalfOf() == null && !who.isDelegated()) {
                active(who.id());
            }
        } else if (who.isGuest()) {
            visit.tokenHash().ifPresent(hash -> visitors.note(hash, new Seen(clock.instant(), visit.url())));
        }
    }

    /** Notes that the customer is there. */
    void active(long customerId) {
        customers.note(customerId, new Seen(clock.instant(), visit.url()));
    }

    /**
     * A page of those who are online and the caller may see, the latest first unless the criteria say otherwise.
     *
     * @throws io.clientele.shared.Refusal for an unknown field or condition, or a value of the wrong type
     */
    public SearchResults<Online> search(SearchCriteria criteria) {
        int minutes = settings.number(PresenceSettings.ONLINE_MINUTES);
        Duration interval = Duration.ofMinutes(minutes > 0 ? minutes : DEFAULT_MINUTES);
        return repository.search(
                sorted(criteria), clock.instant().minus(interval), caller.get().websiteIds());
    }

    private static SearchCriteria sorted(SearchCriteria criteria) {
        return criteria.sortOrders() != null
                ? criteria
                : new SearchCriteria(
                        criteria.filterGroups(),
                        List.of(new SortOrder("last_activity", "DESC")),
                        criteria.pageSize(),
                        criteria.currentPage());
    }

    void flush() {
        repository.writeCustomers(customers.drain());
        repository.writeVisitors(visitors.drain());
    }
}
