package io.clientele.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;

/**
 * A store view's configuration as GraphQL shows it. Features further right add the fields they own with
 * {@code @Source} and find the view in {@link #view()}.
 */
@Name("StoreConfig")
public record StoreConfigNode(
        @Ignore StoreView view,
        Integer id,
        String code,
        @Id @Name("store_code") String storeCode,
        @Name("store_name") String storeName,
        @Name("store_sort_order") Integer storeSortOrder,
        @Name("is_default_store") Boolean isDefaultStore,
        @Id @Name("store_group_code") String storeGroupCode,
        @Name("store_group_name") String storeGroupName,
        @Name("is_default_store_group") Boolean isDefaultStoreGroup,
        @Name("website_id") Integer websiteId,
        @Id @Name("website_code") String websiteCode,
        @Name("website_name") String websiteName,
        String locale,
        @Name("base_currency_code") String baseCurrencyCode,
        @Name("default_display_currency_code") String defaultDisplayCurrencyCode,
        String timezone,
        @Name("weight_unit") String weightUnit,
        @Name("base_url") String baseUrl,
        @Name("base_link_url") String baseLinkUrl,
        @Name("base_static_url") String baseStaticUrl,
        @Name("base_media_url") String baseMediaUrl,
        @Name("secure_base_url") String secureBaseUrl,
        @Name("secure_base_link_url") String secureBaseLinkUrl,
        @Name("secure_base_static_url") String secureBaseStaticUrl,
        @Name("secure_base_media_url") String secureBaseMediaUrl,
        @Name("use_store_in_url") Boolean useStoreInUrl,
        @Name("root_category_id") Integer rootCategoryId,
        @Id @Name("root_category_uid") String rootCategoryUid) {

    static StoreConfigNode of(
            StoreView view, StoreConfig config, StoreGroup group, Website website, boolean codeInUrl) {
        return new StoreConfigNode(
                view,
                view.id(),
                view.code(),
                view.code(),
                view.name(),
                0, // Store views have no order of their own here; they are listed by id.
                group.defaultStoreId() == view.id(),
                group.code(),
                group.name(),
                website.defaultGroupId() == group.id(),
                website.id(),
                website.code(),
                website.name(),
                config.locale(),
                config.baseCurrencyCode(),
                config.defaultDisplayCurrencyCode(),
                config.timezone(),
                config.weightUnit(),
                config.baseUrl(),
                config.baseLinkUrl(),
                config.baseStaticUrl(),
                config.baseMediaUrl(),
                config.secureBaseUrl(),
                config.secureBaseLinkUrl(),
                config.secureBaseStaticUrl(),
                config.secureBaseMediaUrl(),
                codeInUrl,
                group.rootCategoryId(),
                uid(group.rootCategoryId()));
    }

    private static String uid(int id) {
        return Base64.getEncoder().encodeToString(Integer.toString(id).getBytes(StandardCharsets.US_ASCII));
    }
}
