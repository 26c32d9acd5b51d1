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
        Set<Integer> people = new TreeSet<>(scope.websiteIds());
        stores.websites().stream()
                .map(Website::id)
                .filter(id -> id != Website.ADMIN)
                .filter(id -> scope.websiteIds().stream().anyMatch(each -> sharing.includes(id, each)))
                .forEach(people::add);
        return zoned(scope, people);
    }

    List<Zoned> ofVisitors(RuleScope scope) {
        return zoned(scope, new TreeSet<>(scope.websiteIds()));
    }

    private List<Zoned> zoned(RuleScope scope, Set<Integer> people) {
        Map<ZoneId, Set<Integer>> zones = new LinkedHashMap<>();
        people.forEach(id -> zones.computeIfAbsent(
                        ZoneId.of(settings.text(StoreSettings.TIMEZONE, id)), zone -> new TreeSet<>())
                .add(id));
        Instant at = scope.at().truncatedTo(ChronoUnit.MICROS);
        return zones.entrySet().stream()
                .map(each -> new Zoned(each.getKey(), at, each.getValue(), new TreeSet<>(scope.websiteIds())))
                .toList();
    }
}
