package io.clientele.transfer;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the columns of a file may be. Columns nobody knows are passed over, but for reserved names, which stand for something. */
@ApplicationScoped
class FileColumns {

    private static final int MOST = 1_000;

    private final Attributes attributes;

    @Inject
    FileColumns(Attributes attributes) {
        this.attributes = attributes;
    }

    /** @throws io.clientele.shared.Refusal when a column is missing, comes twice, has no name or must not be there */
    void check(TransferKind kind, List<String> header) {
        bounded(header);
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                throw TransferRefusals.doubledColumn(name);
            }
            if (name.startsWith("_") && !isReserved(kind, name)) {
                throw TransferRefusals.unknownColumn(name);
            }
        }
        for (String required : kind.required()) {
            if (!seen.contains(required)) {
                throw TransferRefusals.missingColumn(required);
            }
        }
    }

    private static void bounded(List<String> header) {
        if (header.size() > MOST) {
            throw TransferRefusals.tooManyColumns(MOST);
        }
        int nameless = header.indexOf("");
        if (nameless >= 0) {
            throw TransferRefusals.columnWithoutName(nameless + 1);
        }
    }

    /** Whether a name with an underscore in front stands for something in such a file. */
    boolean isReserved(TransferKind kind, String name) {
        return switch (kind) {
            case CUSTOMER_GROUP, ADVANCED_PRICING -> false;
            case SALES_ORDER -> name.equals(OrderColumns.WEBSITE) || name.equals(OrderColumns.STORE);
            case CUSTOMER -> CustomerColumns.RESERVED.contains(name);
            case CUSTOMER_FINANCE -> FinanceColumns.RESERVED.contains(name);
            case CUSTOMER_ADDRESS -> AddressColumns.RESERVED.contains(name);
            case CUSTOMER_COMPOSITE -> CustomerColumns.RESERVED.contains(name) || isOfAddress(name);
        };
    }

    private boolean isOfAddress(String name) {
        if (name.equals(AddressColumns.DEFAULT_BILLING) || name.equals(AddressColumns.DEFAULT_SHIPPING)) {
            return true;
        }
        if (!name.startsWith(AddressColumns.PREFIX)) {
            return false;
        }
        String column = name.substring(AddressColumns.PREFIX.length());
        return AddressColumns.ALL.contains(column)
                || column.equals(AddressColumns.EXTERNAL_ID)
                || attributes.custom(AttributeOwner.CUSTOMER_ADDRESS).stream()
                        .map(Attribute::code)
                        .anyMatch(column::equals);
    }
}
