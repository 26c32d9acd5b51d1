package io.clientele.attribute.graphql;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** What clients ask for attributes with. */
public final class MetadataInputs {

    private MetadataInputs() {}

    /** An attribute by its code and that of its owner. */
    @Name("AttributeInput")
    public static class AttributeKey {
        @JsonbProperty("attribute_code")
        public @Nullable String attributeCode;

        @JsonbProperty("entity_type")
        public @Nullable String entityType;

        String code() {
            return attributeCode == null ? "" : attributeCode;
        }

        String owner() {
            return entityType == null ? "" : entityType;
        }
    }

    /** Flags attributes must have; customers' attributes have one of them, the others are of products. */
    @Name("AttributeFilterInput")
    public static class Flags {
        @JsonbProperty("is_comparable")
        public @Nullable Boolean isComparable;

        @JsonbProperty("is_filterable")
        public @Nullable Boolean isFilterable;

        @JsonbProperty("is_filterable_in_search")
        public @Nullable Boolean isFilterableInSearch;

        @JsonbProperty("is_html_allowed_on_front")
        public @Nullable Boolean isHtmlAllowedOnFront;

        @JsonbProperty("is_searchable")
        public @Nullable Boolean isSearchable;

        @JsonbProperty("is_used_for_customer_segment")
        public @Nullable Boolean isUsedForCustomerSegment;

        @JsonbProperty("is_used_for_price_rules")
        public @Nullable Boolean isUsedForPriceRules;

        @JsonbProperty("is_used_for_promo_rules")
        public @Nullable Boolean isUsedForPromoRules;

        @JsonbProperty("is_visible_in_advanced_search")
        public @Nullable Boolean isVisibleInAdvancedSearch;

        @JsonbProperty("is_visible_on_front")
        public @Nullable Boolean isVisibleOnFront;

        @JsonbProperty("is_wysiwyg_enabled")
        public @Nullable Boolean isWysiwygEnabled;

        @JsonbProperty("used_in_product_listing")
        public @Nullable Boolean usedInProductListing;

        /** The names of those that are given and that only products have. */
        List<String> ofProducts() {
            List<String> names = new ArrayList<>();
            add(names, "is_comparable", isComparable);
            add(names, "is_filterable", isFilterable);
            add(names, "is_filterable_in_search", isFilterableInSearch);
            add(names, "is_html_allowed_on_front", isHtmlAllowedOnFront);
            add(names, "is_searchable", isSearchable);
            add(names, "is_used_for_price_rules", isUsedForPriceRules);
            add(names, "is_used_for_promo_rules", isUsedForPromoRules);
            add(names, "is_visible_in_advanced_search", isVisibleInAdvancedSearch);
            add(names, "is_visible_on_front", isVisibleOnFront);
            add(names, "is_wysiwyg_enabled", isWysiwygEnabled);
            add(names, "used_in_product_listing", usedInProductListing);
            return names;
        }

        private static void add(List<String> names, String name, @Nullable Boolean given) {
            if (given != null) {
                names.add(name);
            }
        }
    }
}
