package io.clientele.presence;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import io.clientele.store.SettingType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of who is online. */
@ApplicationScoped
class PresenceSettings implements SettingDefinitions {

    /** For how many minutes after the last activity somebody is online; what is no such number means 15. */
    static final SettingDefinition ONLINE_MINUTES = new SettingDefinition(
            "customer/online_customers/online_minutes_interval",
            SettingType.INT,
            "",
            SettingScope.DEFAULT,
            "Online Minutes Interval");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ONLINE_MINUTES);
    }
}
