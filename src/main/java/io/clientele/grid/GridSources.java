package io.clientele.grid;

import static io.clientele.grid.GridCell.Reading.FLAG;
import static io.clientele.grid.GridCell.Reading.MOMENT;
import static io.clientele.grid.GridCell.Reading.NUMBER;
import static io.clientele.grid.GridCell.Reading.TEXT;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.AttributeValues;
import io.clientele.attribute.Attributes;
import io.clientele.customer.CustomerExtension;
import io.clientele.grid.GridCell.Reading;
import io.clientele.grid.GridCell.Source;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the columns of the grid are read from when many customers are read for it at a time. */
@ApplicationScoped
class GridSources {

    private static final String BILLING = "billing_";
    private static final String SUBSCRIBED = "is_subscribed";
    private static final String BESIDE_BILLING =
            "left join customer_address billing on billing.customer_id = c.id and billing.is_default_billing";
    private static final String BESIDE_SHIPPING =
            "left join customer_address shipping on shipping.customer_id = c.id and shipping.is_default_shipping";
    private static final String BESIDE_FIGURES = "left join customer_figure figures on figures.customer_id = c.id";

    private static final String NAME = "customer_name(c.prefix, c.firstname, c.middlename, c.lastname, c.suffix)";
    private static final String LOCKED_UNTIL =
            "(select k.locked_until from credential k where k.subject_type = 3 and k.subject_id = c.id)";
    private static final String SEGMENTS = "array_to_string(array(select m.segment_id from segment_member m"
            + " where m.customer_id = c.id order by m.segment_id), ',')";
    private static final String FULL = "case when %1$s.id is not null then concat_ws(', ',"
            + " concat_ws(' ', %1$s.firstname, %1$s.lastname), nullif(%1$s.company, ''),"
            + " array_to_string(%1$s.street, ', '), nullif(concat_ws(' ', nullif(%1$s.postcode, ''), %1$s.city), ''),"
            + " nullif(%1$s.region, ''), %1$s.country_id) end";

    private static final Map<String, Source> BUILT_IN = Map.ofEntries(
            entry("id", Source.of("c.id", NUMBER)),
            entry("name", Source.of(NAME, TEXT)),
            entry("email", Source.of("c.email", TEXT)),
            entry("group_id", Source.of("c.group_id", TEXT)),
            entry("created_at", Source.of("c.created_at", MOMENT)),
            entry("updated_at", Source.of("c.updated_at", MOMENT)),
            entry("website_id", Source.of("c.website_id", TEXT)),
            entry("is_confirmed", Source.of("c.confirmation is null", FLAG)),
            entry("is_active", Source.of("c.is_active", FLAG)),
            entry("created_in", Source.of("c.created_in", TEXT)),
            entry("dob", Source.of("c.dob", TEXT)),
            entry("taxvat", Source.of("c.taxvat", TEXT)),
            entry("gender", Source.of("c.gender", TEXT)),
            entry("external_id", Source.of("c.external_id", TEXT)),
            entry("lock_expires", Source.of(LOCKED_UNTIL, MOMENT)),
            entry("billing_telephone", billing("billing.telephone")),
            entry("billing_postcode", billing("billing.postcode")),
            entry("billing_country_id", billing("billing.country_id")),
            entry("billing_region", billing("billing.region")),
            entry("billing_company", billing("billing.company")),
            entry("billing_street", billing("array_to_string(billing.street, ', ')")),
            entry("billing_city", billing("billing.city")),
            entry("billing_fax", billing("billing.fax")),
            entry("billing_firstname", billing("billing.firstname")),
            entry("billing_lastname", billing("billing.lastname")),
            entry("billing_vat_id", billing("billing.vat_id")),
            entry("billing_full", billing(FULL.formatted("billing"))),
            entry("shipping_full", new Source(FULL.formatted("shipping"), BESIDE_SHIPPING, TEXT, false)),
            entry("last_sign_in_at", new Source("figures.last_sign_in_at", BESIDE_FIGURES, MOMENT, false)),
            entry("orders_count", new Source("figures.orders_count", BESIDE_FIGURES, NUMBER, false)),
            entry("lifetime_value", new Source("figures.lifetime_value", BESIDE_FIGURES, NUMBER, false)),
            entry("segment_id", new Source(SEGMENTS, "", TEXT, true)));

    private final Attributes attributes;
    private final ObjectMapper json;
    private final Map<String, Source> ofExtensions;

    @Inject
    GridSources(Attributes attributes, ObjectMapper json, @All List<CustomerExtension> extensions) {
        this.attributes = attributes;
        this.json = json;
        this.ofExtensions = extensions.stream()
                .flatMap(extension -> extension.fields().stream())
                .filter(field -> field.name().equals(SUBSCRIBED))
                .collect(Collectors.toUnmodifiableMap(
                        CustomerExtension.Field::name, field -> Source.of(field.sql(), FLAG)));
    }

    /** What the column is read from; empty when there is no such column. */
    Optional<Source> find(String code) {
        Source source = BUILT_IN.getOrDefault(code, ofExtensions.get(code));
        return source != null ? Optional.of(source) : attribute(code);
    }

    private Optional<Source> attribute(String code) {
        Optional<Source> own = attributes
                .find(AttributeOwner.CUSTOMER, code)
                .map(attribute -> Source.of(value("c", attribute), reading(attribute)));
        return own.isPresent() || !code.startsWith(BILLING)
                ? own
                : attributes
                        .find(AttributeOwner.CUSTOMER_ADDRESS, code.substring(BILLING.length()))
                        .map(attribute ->
                                new Source(value("billing", attribute), BESIDE_BILLING, reading(attribute), false));
    }

    /** The key is a number, so nothing a caller says becomes part of the statement. */
    private static String value(String table, Attribute attribute) {
        return "nullif(" + table + ".attributes -> '" + attribute.key() + "', 'null')";
    }

    private Reading reading(Attribute attribute) {
        return (row, index) -> {
            String value = row.getString(index);
            try {
                return value == null ? null : AttributeValues.text(attribute, json.readTree(value));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static Source billing(String sql) {
        return new Source(sql, BESIDE_BILLING, TEXT, false);
    }
}
