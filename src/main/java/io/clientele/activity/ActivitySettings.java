package io.clientele.activity;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class ActivitySettings implements SettingDefinitions {

    /** The most lines of an order, items of a cart and of a wish list; what is less than 1 means 1. */
    static final SettingDefinition MOST_LINES = SettingDefinition.number(
            "clientele/activity/maximum_lines",
            2_000,
            SettingScope.DEFAULT,
            "Most Lines of an Order, Cart or Wish List");

    @Override
    public List<SettingDefinition> all() {
        return List.of(MOST_LINES);
    }
}
