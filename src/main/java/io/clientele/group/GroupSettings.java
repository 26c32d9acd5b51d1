package io.clientele.group;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class GroupSettings implements SettingDefinitions {

    /** The id of the group that new customers get. */
    static final SettingDefinition DEFAULT_GROUP =
            SettingDefinition.number("customer/create_account/default_group", 1, SettingScope.STORES, "Default Group");

    /** Whether shoppers may ask for their group over GraphQL. */
    static final SettingDefinition SHARED = SettingDefinition.flag(
            "customer/account_information/graphql_share_customer_group",
            false,
            SettingScope.STORES,
            "Share Customer Group over GraphQL");

    @Override
    public List<SettingDefinition> all() {
        return List.of(DEFAULT_GROUP, SHARED);
    }
}
