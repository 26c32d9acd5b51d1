package io.clientele.segment.rule.sql;

import io.clientele.access.SharingScope;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which websites' people a rule is judged for, by their time zones. */
@ApplicationScoped
class Zones {

    private final Stores stores;
    private final Settings settings;
    private final SharingScope sharing;

    @Inject
    Zones(Stores stores, Settings settings, SharingScope sharing) {
        this.stores = stores;
        this.settings = settings;
        this.sharing = sharing;
    }

    /** Customers of the websites; of all websites while accounts are shared. */
    List<Zoned> ofCustomers(RuleScope scope) {
        List<Integer> all = stores.websites().stream()
                .map(Website::id)
                .filter(id -> id != Website.ADMIN)
                .toList();
        Set<Integer> people = new TreeSet<>(scope.websiteIds());
        all.stream()
                .filter(id -> scope.websiteIds().stream().anyMatch(each -> sharing.includes(id, each)))
                .forEach(people::add);
        return zoned(scope, people, all);
    }

    List<Zoned> ofVisitors(RuleScope scope) {
        return zoned(scope, new TreeSet<>(scope.websiteIds()), List.of());
    }

    private List<Zoned> zoned(RuleScope scope, Set<Integer> people, List<Integer> all) {
        Map<ZoneId, Set<Integer>> zones = new LinkedHashMap<>();
        people.forEach(id -> zones.computeIfAbsent(
                        ZoneId.of(settings.text(StoreSettings.TIMEZONE, id)), zone -> new TreeSet<>())
                .add(id));
        Instant at = scope.at().truncatedTo(ChronoUnit.MICROS);
        Instant until = scope.until();
        return zones.entrySet().stream()
                .map(each -> new Zoned(
                        each.getKey(),
                        at,
                        until,
                        each.getValue(),
                        each.getValue().containsAll(all),
                        new TreeSet<>(scope.websiteIds())))
                .toList();
    }
}
