package io.clientele.customer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.shared.search.SearchField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes the merchant's attributes fields that customers can be searched by: those of customers under their codes, those
 * of addresses under {@code billing_} and their codes, for the default billing address.
 */
@ApplicationScoped
class AttributeSearch {

    private static final String BILLING = "billing_";

    private final Attributes attributes;

    @Inject
    AttributeSearch(Attributes attributes) {
        this.attributes = attributes;
    }

    Optional<SearchField> field(String name) {
        Optional<SearchField> own = attributes
                .find(AttributeOwner.CUSTOMER, name)
                .filter(Attribute::userDefined)
                .map(attribute -> own(name, attribute));
        return own.isPresent() || !name.startsWith(BILLING) ? own : ofBillingAddress(name);
    }

    private Optional<SearchField> ofBillingAddress(String name) {
        return attributes
                .find(AttributeOwner.CUSTOMER_ADDRESS, name.substring(BILLING.length()))
                .filter(Attribute::userDefined)
                .map(attribute -> {
                    String by = "by_attribute_" + attribute.id();
                    return field(name, attribute, "a")
                            .of(name, CustomerSearchFields.BILLING)
                            .sortedBy(
                                    "left join customer_address " + by + " on " + by + ".customer_id = c.id and " + by
                                            + ".is_default_billing",
                                    field(name, attribute, by),
                                    null);
                });
    }

    private static SearchField own(String name, Attribute attribute) {
        SearchField field = field(name, attribute, "c");
        SearchField found =
                AttributeIndex.parts(attribute).map(field::withParts).orElse(field);
        return AttributeIndex.hasOrder(attribute) ? found.ordered() : found;
    }

    private static SearchField field(String name, Attribute attribute, String table) {
        String text = text(attribute, table + ".attributes");
        return switch (attribute.input()) {
            case BOOLEAN ->
                SearchField.of(name, SearchField.Type.BOOLEAN, value(attribute, table + ".attributes") + "::boolean");
            case MULTISELECT -> SearchField.of(name, SearchField.Type.SET, value(attribute, table + ".attributes"));
            case DATE -> SearchField.exact(name, text, AttributeSearch::day);
            case SELECT -> SearchField.exact(name, text, UnaryOperator.identity());
            default -> SearchField.text(name, text);
        };
    }

    /** The value as a text; the key is a number, so nothing a caller says becomes part of the statement. */
    static String text(Attribute attribute, String column) {
        return "(" + column + " ->> '" + attribute.id() + "')";
    }

    static String value(Attribute attribute, String column) {
        return "(" + column + " -> '" + attribute.id() + "')";
    }

    private static String day(String given) {
        String text = given.strip();
        String day = text.length() > 10 ? text.substring(0, 10) : text;
        if (!day.contains("%")) {
            LocalDate parsed = LocalDate.parse(day);
            if (parsed.getYear() < 0) {
                throw new DateTimeException(day);
            }
        }
        return day;
    }
}
