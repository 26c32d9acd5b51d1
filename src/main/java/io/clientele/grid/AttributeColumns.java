package io.clientele.grid;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.InputType;
import io.clientele.grid.GridColumn.Option;
import io.clientele.grid.GridColumn.Type;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that the merchant's own attributes add: those of addresses are of the default billing address. */
@ApplicationScoped
class AttributeColumns {

    private static final int DEFAULT_LABELS = 0;

    private final Attributes attributes;

    @Inject
    AttributeColumns(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The columns, in the order of the attributes, from that place on. */
    List<GridColumn> from(int sortOrder) {
        List<GridColumn> columns = new ArrayList<>();
        int place = sortOrder;
        for (AttributeOwner owner : AttributeOwner.values()) {
            String prefix = owner == AttributeOwner.CUSTOMER ? "" : "billing_";
            for (Attribute attribute : attributes.custom(owner)) {
                if (attribute.grid().column()) {
                    columns.add(column(prefix + attribute.code(), attribute, place, owner == AttributeOwner.CUSTOMER));
                    place += 10;
                }
            }
        }
        return columns;
    }

    private static GridColumn column(String code, Attribute attribute, int place, boolean ofCustomer) {
        boolean searchable =
                ofCustomer && attribute.grid().search() && attribute.input().isText();
        return new GridColumn(
                code,
                attribute.label().in(DEFAULT_LABELS),
                type(attribute.input()),
                true,
                place,
                attribute.grid().filter(),
                true,
                searchable,
                ofCustomer && !attribute.input().isFile(),
                options(attribute));
    }

    private static Type type(InputType input) {
        return switch (input) {
            case SELECT, MULTISELECT, BOOLEAN -> Type.SELECT;
            case DATE -> Type.DATE;
            default -> Type.TEXT;
        };
    }

    private static @Nullable List<Option> options(Attribute attribute) {
        return switch (attribute.input()) {
            case BOOLEAN -> List.of(new Option("1", "Yes"), new Option("0", "No"));
            case SELECT, MULTISELECT ->
                attribute.options().stream()
                        .map(option -> new Option(option.value(), option.label().in(DEFAULT_LABELS)))
                        .toList();
            default -> null;
        };
    }
}
