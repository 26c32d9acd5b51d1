package io.clientele.segment;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of segments. */
@ApplicationScoped
class SegmentSettings implements SettingDefinitions {

    /** Without it nobody is in any segment as far as shoppers and prices are concerned; membership is kept all the same. */
    static final SettingDefinition ENABLED = SettingDefinition.flag(
            "customer/magento_customersegment/is_enabled",
            true,
            SettingScope.DEFAULT,
            "Enable Customer Segment Functionality");

    /** Whether shoppers may ask for their segments over GraphQL. */
    static final SettingDefinition SHARED = SettingDefinition.flag(
            "customer/magento_customersegment/share_active_segments",
            false,
            SettingScope.STORES,
            "Share Active Segments over GraphQL");

    @Override
    public List<SettingDefinition> all() {
        return List.of(ENABLED, SHARED);
    }
}
