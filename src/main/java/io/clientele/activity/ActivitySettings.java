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

    static final SettingDefinition CART_DAYS = days("cart", "Carts are forgotten");

    static final SettingDefinition VIEW_DAYS = days("product_view", "Product Views are forgotten");

    static final SettingDefinition GUEST_ORDER_DAYS = days("guest_order", "Orders of Guests lose Address and E-Mail");

    /** After how many days that happens; 0 for never. */
    private static SettingDefinition days(String what, String happens) {
        return SettingDefinition.number(
                "clientele/retention/" + what + "_days", 0, SettingScope.WEBSITES, "Days after which " + happens);
    }

    @Override
    public List<SettingDefinition> all() {
        return List.of(MOST_LINES, CART_DAYS, VIEW_DAYS, GUEST_ORDER_DAYS);
    }
}
