package io.clientele.store;

import static io.clientele.store.StoreFixture.code;
import static io.clientele.store.StoreFixture.group;
import static io.clientele.store.StoreFixture.view;
import static io.clientele.store.StoreFixture.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An administrator whose role is limited to one website. */
@QuarkusTest
@ActivateRequestContext
class LimitedAdministratorTest {

    @Inject
    CurrentCaller caller;

    @Inject
    WebsiteService websites;

    @Inject
    StoreGroupService groups;

    @Inject
    StoreViewService views;

    @Inject
    StoreConfigService configs;

    @Inject
    SettingService settings;

    @Inject
    CurrencyService currencies;

    private int website;
    private int group;
    private int view;

    private void signIn() {
        website = website(code("site"));
        group = group(website, code("group"));
        view = view(website, group, code("view"), true);
        caller.set(new Caller(Caller.Type.ADMIN, 7, Set.of(Caller.EVERYTHING), Set.of(website), null, null, 0));
    }

    @Test
    void sees_only_what_belongs_to_the_website() {
        signIn();
        assertThat(websites.list()).extracting(Website::id).containsExactly(website);
        assertThat(groups.list()).extracting(StoreGroup::id).containsExactly(group);
        assertThat(views.list()).extracting(StoreView::id).containsExactly(view);
        assertThat(configs.list(List.of())).extracting(StoreConfig::id).containsExactly(view);
    }

    @Test
    void changes_only_what_belongs_to_the_website() {
        signIn();
        assertThat(websites.change(website, new WebsiteDraft(null, "Mine", null))
                        .name())
                .isEqualTo("Mine");
        assertThatThrownBy(() -> websites.change(1, new WebsiteDraft(null, "Not mine", null)))
                .hasMessage("No such entity with websiteId = 1");
        assertThatThrownBy(() -> groups.create(new StoreGroupDraft(1, "g", "g", null, null)))
                .hasMessage("No such entity with websiteId = 1");
        assertThatThrownBy(() -> views.delete(1)).hasMessage("No such entity with storeId = 1");
        assertThatThrownBy(() -> websites.create(new WebsiteDraft(code("site"), "x", null)))
                .hasMessage("The consumer isn't authorized to access Magento_Backend::store.");
    }

    @Test
    void reads_the_default_settings_and_changes_the_websites_only() {
        signIn();
        assertThat(settings.set("general/locale/weight_unit", "kgs", "websites", website)
                        .value())
                .isEqualTo("kgs");
        assertThat(settings.get("general/locale/weight_unit", "stores", view).value())
                .isEqualTo("kgs");
        assertThat(settings.list(null, null)).isNotEmpty();
        assertThatThrownBy(() -> settings.get("general/locale/weight_unit", "websites", 1))
                .hasMessage("No such entity with websiteId = 1");
        assertThatThrownBy(() -> settings.set("general/locale/weight_unit", "kgs", null, null))
                .hasMessage("The consumer isn't authorized to access Magento_Config::config.");
        assertThatThrownBy(() -> currencies.save(List.of(new CurrencyRate("EUR", "USD", BigDecimal.TWO))))
                .hasMessage("The consumer isn't authorized to access Magento_CurrencySymbol::currency_rates.");
    }
}
