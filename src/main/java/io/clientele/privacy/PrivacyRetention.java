package io.clientele.privacy;

import io.clientele.customer.Accounts;
import io.clientele.customer.DeletedCustomers;
import io.clientele.shared.Batches;
import io.clientele.shared.Recurring;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.Settings;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Goes on with erasures that waited, ends requests that nobody has verified, and carries out what the settings say of how long
 * accounts, guests and requests are kept. Any number of instances may do it.
 */
@ApplicationScoped
class PrivacyRetention {

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** How many accounts and requests are taken up at a time. */
    private static final int SOME = 100;

    private static final String UNUSED = """
            select c.id from customer c left join customer_figure f on f.customer_id = c.id
            where c.website_id = ? and c.created_at < ? and coalesce(f.last_sign_in_at, c.created_at) < ?
                and not exists (select 1 from sales_order o where o.customer_id = c.id and o.placed_at >= ?)
                and not exists (select 1 from privacy_request r where r.customer_id = c.id and r.kind = 'erase'
                    and r.status in ('open', 'in_progress'))
                and not exists (select 1 from customer_restriction k where k.customer_id = c.id
                    and k.restricted_at is not null)
            order by c.id limit ?""";

    private final PrivacyRequestRepository requests;
    private final RequestUpkeepRepository upkeep;
    private final RequestExecution execution;
    private final RequestIntake intake;
    private final Accounts accounts;
    private final DeletedCustomers deleted;
    private final PersonKeys keys;
    private final PrivacyAudit audit;
    private final Database database;
    private final Settings settings;
    private final Stores stores;
    private final Clock clock;

    @Inject
    PrivacyRetention(
            PrivacyRequestRepository requests,
            RequestUpkeepRepository upkeep,
            RequestExecution execution,
            RequestIntake intake,
            Accounts accounts,
            DeletedCustomers deleted,
            PersonKeys keys,
            PrivacyAudit audit,
            Database database,
            Settings settings,
            Stores stores,
            Clock clock) {
        this.requests = requests;
        this.upkeep = upkeep;
        this.execution = execution;
        this.intake = intake;
        this.accounts = accounts;
        this.deleted = deleted;
        this.keys = keys;
        this.audit = audit;
        this.database = database;
        this.settings = settings;
        this.stores = stores;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.every(EVERY, "keep nothing of people longer than the settings say", this::run);
    }

    void run() {
        Instant now = clock.instant();
        Batches.remove(most -> upkeep.expire(now, most));
        int days = Math.max(1, settings.number(PrivacySettings.RECORD_DAYS));
        Batches.remove(most -> upkeep.remove(now.minus(Duration.ofDays(days)), most));
        upkeep.waiting(SOME).forEach(this::goOn);
        for (Website website : stores.websites()) {
            eraseUnused(website.id(), settings.number(PrivacySettings.INACTIVE_DAYS, website.id()));
        }
        int guests = settings.number(PrivacySettings.GUEST_DAYS);
        if (guests > 0) {
            Batches.remove(most -> keys.destroyOfGuests(now.minus(Duration.ofDays(guests)), most));
        }
        int deletions = settings.number(PrivacySettings.DELETED_DAYS);
        if (deletions > 0) {
            Batches.remove(most -> forgetDeleted(now.minus(Duration.ofDays(deletions)), most));
        }
    }

    private int forgetDeleted(Instant before, int most) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Long> ids = deleted.before(before, most);
            ids.forEach(id -> keys.destroy(Person.customer(id)));
            deleted.forget(ids);
            return ids.size();
        });
    }

    private void goOn(long id) {
        QuarkusTransaction.requiringNew()
                .run(() -> requests.hold(id)
                        .filter(request -> request.status() == RequestStatus.OPEN && !request.onHold())
                        .ifPresent(this::goOn));
    }

    private void goOn(PrivacyRequest request) {
        execution.goOn(request);
        PrivacyRequest now = requests.find(request.id()).orElseThrow();
        if (now.status() != request.status()) {
            audit.note("taken_up", now);
        }
    }

    private void eraseUnused(int websiteId, int days) {
        if (days <= 0) {
            return;
        }
        Instant since = clock.instant().minus(Duration.ofDays(days));
        List<Long> unused =
                database.list(SqlFragment.of(UNUSED, websiteId, since, since, since, SOME), row -> row.getLong(1));
        unused.forEach(id ->
                QuarkusTransaction.requiringNew().run(() -> accounts.lock(id).ifPresent(intake::ofUnused)));
    }
}
