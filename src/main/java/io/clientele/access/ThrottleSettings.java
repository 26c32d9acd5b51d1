package io.clientele.access;

import static io.clientele.store.SettingScope.DEFAULT;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of how much anybody may try. */
@ApplicationScoped
public class ThrottleSettings implements SettingDefinitions {

    /** Failures and unauthenticated probes of one client address; 0 for no limit, 1,000 at most. */
    static final SettingDefinition ADDRESS_FAILURES = SettingDefinition.number(
            "clientele/throttle/address_failures", 50, DEFAULT, "Failures of One Address before It Has to Wait");

    /** The stretch of time they are counted in, in minutes. */
    static final SettingDefinition ADDRESS_MINUTES = SettingDefinition.number(
            "clientele/throttle/address_minutes", 10, DEFAULT, "Failures of One Address Are Counted in (minutes)");

    /** Requests with one token; 0 for no limit. */
    static final SettingDefinition TOKEN_REQUESTS = SettingDefinition.number(
            "clientele/throttle/token_requests", 0, DEFAULT, "Requests with One Token before It Has to Wait");

    /** The stretch of time they are counted in, in seconds. */
    static final SettingDefinition TOKEN_SECONDS = SettingDefinition.number(
            "clientele/throttle/token_seconds", 60, DEFAULT, "Requests with One Token Are Counted in (seconds)");

    /** How long tries at a locked account can make its lock last, in minutes since it began. */
    static final SettingDefinition LONGEST_LOCK_MINUTES = SettingDefinition.number(
            "clientele/throttle/longest_lock", 15, DEFAULT, "Longest Lockout under Further Tries (minutes)");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ADDRESS_FAILURES, ADDRESS_MINUTES, TOKEN_REQUESTS, TOKEN_SECONDS, LONGEST_LOCK_MINUTES);
    }
}
