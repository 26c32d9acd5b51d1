package io.clientele.store;

import static io.clientele.store.SettingScope.STORES;
import static io.clientele.store.SettingScope.WEBSITES;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings this feature reads. */
@ApplicationScoped
public class StoreSettings implements SettingDefinitions {

    /** The language and country of a store view, as {@code en_US}. */
    public static final SettingDefinition LOCALE =
            SettingDefinition.text("general/locale/code", "en_US", STORES, "Locale");

    /** The time zone of a website, as {@code Europe/Berlin}. */
    public static final SettingDefinition TIMEZONE =
            SettingDefinition.text("general/locale/timezone", "America/Los_Angeles", WEBSITES, "Timezone");

    public static final SettingDefinition WEIGHT_UNIT =
            SettingDefinition.text("general/locale/weight_unit", "lbs", STORES, "Weight Unit");

    /** The currency a website's amounts are kept in. */
    public static final SettingDefinition BASE_CURRENCY =
            SettingDefinition.text("currency/options/base", "USD", WEBSITES, "Base Currency");

    /** The currency a store view shows unless the request asks for another. */
    public static final SettingDefinition DEFAULT_CURRENCY =
            SettingDefinition.text("currency/options/default", "USD", STORES, "Default Display Currency");

    public static final SettingDefinition ALLOWED_CURRENCIES =
            SettingDefinition.list("currency/options/allow", "USD,EUR", STORES, "Allowed Currencies");

    public static final SettingDefinition BASE_URL =
            SettingDefinition.text("web/unsecure/base_url", "{{base_url}}", STORES, "Base URL");

    public static final SettingDefinition SECURE_BASE_URL =
            SettingDefinition.text("web/secure/base_url", "{{unsecure_base_url}}", STORES, "Secure Base URL");

    public static final SettingDefinition STORE_CODE_IN_URLS =
            SettingDefinition.flag("web/url/use_store", false, SettingScope.DEFAULT, "Add Store Code to Urls");

    /** Whether the contract's limits on REST requests hold. */
    static final SettingDefinition INPUT_LIMITS =
            SettingDefinition.flag("webapi/validation/input_limit_enabled", false, STORES, "Enable Input Limits");

    /** The most items a page may have while the limits hold; empty for 300. */
    static final SettingDefinition MAXIMUM_PAGE_SIZE = new SettingDefinition(
            "webapi/validation/maximum_page_size", SettingType.INT, "", STORES, "Maximum Page Size");

    /** Items of a page whose size nobody named while the limits hold; empty for 20. */
    static final SettingDefinition DEFAULT_PAGE_SIZE = new SettingDefinition(
            "webapi/validation/default_page_size", SettingType.INT, "", STORES, "Default Page Size");

    /** The most objects a list in a request may hold while the limits hold; empty for 20. */
    static final SettingDefinition MAXIMUM_LIST = new SettingDefinition(
            "webapi/validation/complex_array_limit", SettingType.INT, "", STORES, "Input List Limit");

    /** Whether the contract's limit on GraphQL's pages holds. */
    static final SettingDefinition GRAPHQL_LIMITS =
            SettingDefinition.flag("graphql/validation/input_limit_enabled", false, STORES, "Enable Input Limits");

    /** The largest page GraphQL may be asked for while its limit holds; empty for 300. */
    static final SettingDefinition GRAPHQL_PAGE_SIZE = new SettingDefinition(
            "graphql/validation/maximum_page_size", SettingType.INT, "", STORES, "Maximum Page Size");

    /** Items of a list whose page size nobody named. */
    static final SettingDefinition ITEMS_WITHOUT_PAGE_SIZE = SettingDefinition.number(
            "clientele/webapi/items_without_page_size",
            1_000,
            SettingScope.DEFAULT,
            "Items of a List without a Page Size");

    /** The most items any page may have. */
    static final SettingDefinition MOST_ITEMS = SettingDefinition.number(
            "clientele/webapi/maximum_page_size", 10_000, SettingScope.DEFAULT, "Most Items of a Page");

    /** Whether a PUT or DELETE must name the version it is meant for. */
    static final SettingDefinition IF_MATCH_REQUIRED = SettingDefinition.flag(
            "clientele/api/require_if_match", false, SettingScope.DEFAULT, "Require If-Match on Changes");

    @Override
    public List<SettingDefinition> all() {
        return List.of(
                LOCALE,
                TIMEZONE,
                WEIGHT_UNIT,
                BASE_CURRENCY,
                DEFAULT_CURRENCY,
                ALLOWED_CURRENCIES,
                BASE_URL,
                SECURE_BASE_URL,
                STORE_CODE_IN_URLS,
                INPUT_LIMITS,
                MAXIMUM_PAGE_SIZE,
                DEFAULT_PAGE_SIZE,
                MAXIMUM_LIST,
                GRAPHQL_LIMITS,
                GRAPHQL_PAGE_SIZE,
                ITEMS_WITHOUT_PAGE_SIZE,
                MOST_ITEMS,
                IF_MATCH_REQUIRED);
    }
}
