package io.clientele.store;

import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.Refusals;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows and changes the values of settings. Scope and id name a place of the cascade; nothing means the default level. */
@ApplicationScoped
public class SettingService {

    static final String RESOURCE = "Magento_Config::config";

    /** A guard may have to rewrite a row of every customer; all of it happens or nothing. */
    private static final int LONGEST_SECONDS = 3_600;

    private final SettingRegistry registry;
    private final StoreSnapshot snapshot;
    private final StoreReach reach;
    private final SettingRepository repository;
    private final List<SettingGuard> guards;
    private final ExpectedVersion expected;
    private final StoreAudit audit;

    @Inject
    SettingService(
            SettingRegistry registry,
            StoreSnapshot snapshot,
            StoreReach reach,
            SettingRepository repository,
            @All List<SettingGuard> guards,
            ExpectedVersion expected,
            StoreAudit audit) {
        this.registry = registry;
        this.snapshot = snapshot;
        this.reach = reach;
        this.repository = repository;
        this.guards = guards;
        this.expected = expected;
        this.audit = audit;
    }

    Collection<SettingDefinition> definitions() {
        return registry.all();
    }

    SettingDefinition definition(String path) {
        return registry.get(path);
    }

    List<Setting> list(@Nullable String scope, @Nullable Integer scopeId) {
        StoreState state = snapshot.state();
        SettingPlace place = visible(state, scope, scopeId);
        return registry.all().stream()
                .map(definition -> place.effective(state, definition, false))
                .toList();
    }

    Setting get(String path, @Nullable String scope, @Nullable Integer scopeId) {
        StoreState state = snapshot.state();
        return visible(state, scope, scopeId).effective(state, registry.get(path), false);
    }

    /** @throws io.clientele.shared.Refusal when the value is not of the setting's type, or the place is too narrow */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    Setting set(String path, String value, @Nullable String scope, @Nullable Integer scopeId) {
        return store(path, value, scope, scopeId);
    }

    /** In the transaction in hand, which may be part of a larger one: only the outermost says how long it may take. */
    private Setting store(String path, String value, @Nullable String scope, @Nullable Integer scopeId) {
        StoreState state = snapshot.changing();
        SettingPlace place = changeable(state, scope, scopeId);
        SettingDefinition definition = registry.get(path);
        Setting before = place.effective(state, definition, false);
        expected.check(() -> before);
        if (!definition.narrowest().andWider().contains(place.scope())) {
            throw StoreRefusals.tooNarrow(path, place.scope());
        }
        if (!definition.type().fits(value)) {
            throw StoreRefusals.wrongValue(path, value);
        }
        guards.forEach(guard -> guard.beforeChange(definition, place.scope(), place.scopeId(), value));
        repository.put(path, place, value);
        Setting after = new Setting(path, value, null);
        audit.setting("changed", place, before, after);
        return after;
    }

    /**
     * Sets a value at the default level.
     *
     * @throws io.clientele.shared.Refusal when the value is not of the setting's type, a guard objects, or the caller
     *     is an administrator who is limited to websites
     */
    @Transactional
    public void set(SettingDefinition definition, String value) {
        store(definition.path(), value, null, null);
    }

    /**
     * Sets a value of a website.
     *
     * @throws io.clientele.shared.Refusal as at the default level, and when there is no such website
     */
    @Transactional
    public void set(SettingDefinition definition, int websiteId, String value) {
        store(definition.path(), value, SettingScope.WEBSITES.word(), websiteId);
    }

    /** The value at the default level, which nobody else can change until the transaction in hand ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String hold(SettingDefinition definition) {
        StoreState state = snapshot.changing();
        return SettingPlace.of(state, null, null)
                .effective(state, definition, false)
                .value();
    }

    /** Removes the value, so that the wider one holds again. Says nothing when there was none. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    void inherit(String path, @Nullable String scope, @Nullable Integer scopeId) {
        StoreState state = snapshot.changing();
        SettingPlace place = changeable(state, scope, scopeId);
        SettingDefinition definition = registry.get(path);
        Setting before = place.effective(state, definition, false);
        expected.check(() -> before);
        Setting after = place.effective(state, definition, true);
        guards.forEach(guard -> guard.beforeChange(definition, place.scope(), place.scopeId(), after.value()));
        repository.remove(path, place);
        audit.setting("inherited", place, before, after);
    }

    /** The default level is everybody's to see. */
    private SettingPlace visible(StoreState state, @Nullable String scope, @Nullable Integer scopeId) {
        SettingPlace place = SettingPlace.of(state, scope, scopeId);
        if (place.scope() != SettingScope.DEFAULT && !reach.sees(place.websiteId())) {
            throw Refusals.noSuchEntity(
                    place.scope() == SettingScope.STORES ? "storeId" : "websiteId", place.scopeId());
        }
        return place;
    }

    private SettingPlace changeable(StoreState state, @Nullable String scope, @Nullable Integer scopeId) {
        SettingPlace place = visible(state, scope, scopeId);
        if (place.scope() == SettingScope.DEFAULT) {
            reach.demandAll(RESOURCE);
        }
        return place;
    }
}
