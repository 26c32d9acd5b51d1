package io.clientele.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoresTest {

    @Inject
    Stores stores;

    @Inject
    Settings settings;

    @Test
    void a_fresh_database_has_one_website_one_group_and_one_view_beside_the_administration() {
        assertThat(stores.website(0)).isEqualTo(new Website(0, "admin", "Admin", 0));
        assertThat(stores.website(1)).isEqualTo(new Website(1, "base", "Main Website", 1));
        assertThat(stores.group(1)).isEqualTo(new StoreGroup(1, 1, "main_website_store", "Main Website Store", 2, 1));
        assertThat(stores.view(1)).isEqualTo(new StoreView(1, "default", "Default Store View", 1, 1, true));
        assertThat(stores.defaultView()).isEqualTo(stores.view(1));
        assertThat(stores.defaultViewOf(0).code()).isEqualTo("admin");
        assertThat(stores.viewByCode("default")).contains(stores.view(1));
    }

    @Test
    void an_unknown_view_is_refused_with_its_id() {
        assertThatThrownBy(() -> stores.view(987_654)).hasMessage("No such entity with storeId = 987654");
        assertThat(stores.viewByCode("nowhere")).isEmpty();
    }

    @Test
    void a_setting_that_nobody_stored_has_its_default() {
        assertThat(settings.text(StoreSettings.LOCALE, stores.view(1))).isEqualTo("en_US");
        assertThat(settings.list(StoreSettings.ALLOWED_CURRENCIES)).containsExactly("USD", "EUR");
        assertThat(settings.flag(StoreSettings.STORE_CODE_IN_URLS)).isFalse();
    }
}
