package io.clientele.attribute.graphql;

import io.clientele.attribute.AttributeBody;
import io.clientele.attribute.AttributeDraft;
import io.clientele.attribute.AttributeOwner;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an attribute as administrators send it: what REST takes, under the same names. Lists are the whole
 * new ones.
 */
@Name("AdminCustomerAttributeInput")
public class AdminAttributeInput {

    /** Whose attribute it is. */
    @Name("AdminAttributeOwner")
    public enum Owner {
        CUSTOMER,
        CUSTOMER_ADDRESS;

        AttributeOwner owner() {
            return AttributeOwner.valueOf(name());
        }
    }

    /** A label in a store view. */
    @Name("AdminAttributeLabelInput")
    public static class Label {
        @JsonbProperty("store_id")
        public @Nullable Integer storeId;

        public @Nullable String label;

        AttributeBody.LabelBody body() {
            return new AttributeBody.LabelBody(storeId, label);
        }
    }

    /** A rule that values obey. */
    @Name("AdminAttributeRuleInput")
    public static class Rule {
        public @Nullable String name;
        public @Nullable String value;

        AttributeBody.RuleBody body() {
            return new AttributeBody.RuleBody(name, value);
        }
    }

    /** An option; without a value it is a new one. */
    @Name("AdminAttributeOptionInput")
    public static class Option {
        public @Nullable String label;
        public @Nullable String value;

        @JsonbProperty("sort_order")
        public @Nullable Integer sortOrder;

        @JsonbProperty("is_default")
        public @Nullable Boolean isDefault;

        @JsonbProperty("store_labels")
        public @Nullable List<@Nullable Label> storeLabels;

        AttributeBody.OptionBody body() {
            return new AttributeBody.OptionBody(label, value, sortOrder, isDefault, list(storeLabels, Label::body));
        }
    }

    /** What a website wants otherwise. */
    @Name("AdminAttributeWebsiteInput")
    public static class InWebsite {
        @JsonbProperty("website_id")
        public @Nullable Integer websiteId;

        @JsonbProperty("is_required")
        public @Nullable Boolean isRequired;

        @JsonbProperty("is_visible")
        public @Nullable Boolean isVisible;

        AttributeBody.WebsiteBody body() {
            return new AttributeBody.WebsiteBody(websiteId, isRequired, isVisible);
        }
    }

    @JsonbProperty("attribute_code")
    public @Nullable String attributeCode;

    @JsonbProperty("frontend_input")
    public @Nullable String frontendInput;

    @JsonbProperty("default_frontend_label")
    public @Nullable String defaultFrontendLabel;

    @JsonbProperty("frontend_labels")
    public @Nullable List<@Nullable Label> frontendLabels;

    @JsonbProperty("is_required")
    public @Nullable Boolean isRequired;

    @JsonbProperty("is_visible")
    public @Nullable Boolean isVisible;

    @JsonbProperty("default_value")
    public @Nullable String defaultValue;

    @JsonbProperty("multiline_count")
    public @Nullable Integer multilineCount;

    @JsonbProperty("sort_order")
    public @Nullable Integer sortOrder;

    @JsonbProperty("used_in_forms")
    public @Nullable List<@Nullable String> usedInForms;

    @JsonbProperty("validation_rules")
    public @Nullable List<@Nullable Rule> validationRules;

    @JsonbProperty("input_filter")
    public @Nullable String inputFilter;

    public @Nullable List<@Nullable Option> options;

    @JsonbProperty("is_used_in_grid")
    public @Nullable Boolean isUsedInGrid;

    @JsonbProperty("is_filterable_in_grid")
    public @Nullable Boolean isFilterableInGrid;

    @JsonbProperty("grid_filter_condition_type")
    public @Nullable String gridFilterConditionType;

    @JsonbProperty("is_searchable_in_grid")
    public @Nullable Boolean isSearchableInGrid;

    @JsonbProperty("is_used_for_customer_segment")
    public @Nullable Boolean isUsedForCustomerSegment;

    @JsonbProperty("website_values")
    public @Nullable List<@Nullable InWebsite> websiteValues;

    AttributeDraft draft() {
        return new AttributeBody(
                        null,
                        attributeCode,
                        frontendInput,
                        defaultFrontendLabel,
                        list(frontendLabels, Label::body),
                        isRequired,
                        isVisible,
                        defaultValue,
                        multilineCount,
                        sortOrder,
                        list(usedInForms, Function.identity()),
                        list(validationRules, Rule::body),
                        inputFilter,
                        list(options, Option::body),
                        isUsedInGrid,
                        isFilterableInGrid,
                        gridFilterConditionType,
                        isSearchableInGrid,
                        isUsedForCustomerSegment,
                        list(websiteValues, InWebsite::body))
                .draft();
    }

    /** The framework cannot say that elements are never null, so those that are say nothing. */
    private static <T, B> @Nullable List<B> list(@Nullable List<@Nullable T> given, Function<T, B> body) {
        return given == null
                ? null
                : given.stream().filter(Objects::nonNull).map(body).toList();
    }
}
