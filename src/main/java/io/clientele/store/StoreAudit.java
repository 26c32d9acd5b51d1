package io.clientele.store;

import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words what happens to stores, settings and currency rates for the audit log. What was not, or is no more, is null. */
@ApplicationScoped
class StoreAudit {

    private final AuditLog log;

    StoreAudit(AuditLog log) {
        this.log = log;
    }

    void website(@Nullable Website before, @Nullable Website after) {
        int id = some(before, after).id();
        log.record(AuditDraft.ofChange("website", id, before, after).website(id));
    }

    void storeGroup(@Nullable StoreGroup before, @Nullable StoreGroup after) {
        StoreGroup group = some(before, after);
        log.record(AuditDraft.ofChange("store_group", group.id(), before, after).website(group.websiteId()));
    }

    void storeView(@Nullable StoreView before, @Nullable StoreView after) {
        StoreView view = some(before, after);
        log.record(AuditDraft.ofChange("store_view", view.id(), before, after).website(view.websiteId()));
    }

    /** A value was given, or taken away so that the wider place's counts; both are what holds in the place. */
    void setting(String step, SettingPlace place, Setting before, Setting after) {
        AuditDraft draft = AuditDraft.of("setting." + step)
                .about("setting", after.path())
                .change(before, after)
                .detail("scope", place.scope().word())
                .detail("scope_id", place.scopeId());
        log.record(place.scope() == SettingScope.DEFAULT ? draft : draft.website(place.websiteId()));
    }

    void rates(List<CurrencyRate> before, List<CurrencyRate> after) {
        log.record(AuditDraft.ofChange("currency_rate", "all", byPair(before), byPair(after)));
    }

    private static Map<String, BigDecimal> byPair(List<CurrencyRate> rates) {
        return rates.stream().collect(Collectors.toMap(rate -> rate.from() + " " + rate.to(), CurrencyRate::rate));
    }

    private static <T> T some(@Nullable T before, @Nullable T after) {
        return after == null ? Objects.requireNonNull(before) : after;
    }
}
