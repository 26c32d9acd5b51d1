package io.clientele.transfer;

import io.clientele.pricing.TierPriceFile;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a file are. */
public enum TransferKind {
    /** A customer group each. */
    CUSTOMER_GROUP(GroupColumns.CODE, ""),
    /** A customer each. */
    CUSTOMER(CustomerColumns.EMAIL, CustomerColumns.WEBSITE),
    /** A customer with an address each, or one more address of the customer above. */
    CUSTOMER_COMPOSITE(CustomerColumns.EMAIL, CustomerColumns.WEBSITE),
    /** An address each, of a customer there is. */
    CUSTOMER_ADDRESS(AddressColumns.EMAIL, AddressColumns.WEBSITE),
    /** The store credit and the reward points of a customer there is, on one website each. */
    CUSTOMER_FINANCE(FinanceColumns.EMAIL, FinanceColumns.WEBSITE),
    /** A tier price each. */
    ADVANCED_PRICING(TierPriceFile.SKU, TierPriceFile.WEBSITE),
    /** An order each in JSON, and a line of an order each in CSV. */
    SALES_ORDER(OrderColumns.NUMBER, OrderColumns.WEBSITE);

    private final String key;
    private final String website;

    TransferKind(String key, String website) {
        this.key = key;
        this.website = website;
    }

    /** Whether rows are about customers, whose files can be written as well. */
    boolean isOfPeople() {
        return this == CUSTOMER || this == CUSTOMER_ADDRESS || this == CUSTOMER_COMPOSITE;
    }

    /** The column with the customer's e-mail address, which with the {@link #website} is the key. */
    String email() {
        return key;
    }

    /** The column with the website's code. */
    String website() {
        return website;
    }

    /** The columns that a file must have. */
    List<String> required() {
        return switch (this) {
            case CUSTOMER, CUSTOMER_COMPOSITE, CUSTOMER_ADDRESS -> List.of(key, website);
            case CUSTOMER_FINANCE -> List.of(key, website, FinanceColumns.FINANCE_WEBSITE);
            case ADVANCED_PRICING -> TierPriceFile.REQUIRED;
            case CUSTOMER_GROUP, SALES_ORDER -> List.of(key);
        };
    }

    /** The contract's name of the entity. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws io.clientele.shared.Refusal when there is none of that name */
    static TransferKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> TransferRefusals.unknown("entity", code));
    }

    /**
     * One of which files are written.
     *
     * @throws io.clientele.shared.Refusal when there is none of that name
     */
    static TransferKind exported(String code) {
        TransferKind kind = of(code);
        if (!kind.isOfPeople()) {
            throw TransferRefusals.unknown("entity", code);
        }
        return kind;
    }

    /** What a file with these columns must be, or empty when it could be nothing. */
    static Optional<TransferKind> guess(Collection<String> columns) {
        List<String> names = List.copyOf(columns);
        if (names.contains(OrderColumns.NUMBER)) {
            return Optional.of(SALES_ORDER);
        }
        if (names.containsAll(TierPriceFile.REQUIRED)) {
            return Optional.of(ADVANCED_PRICING);
        }
        if (names.contains(GroupColumns.CODE) || (names.contains("code") && names.contains("tax_class_id"))) {
            return Optional.of(CUSTOMER_GROUP);
        }
        if (names.contains(FinanceColumns.FINANCE_WEBSITE)) {
            return Optional.of(CUSTOMER_FINANCE);
        }
        if (names.contains(CUSTOMER_ADDRESS.key)) {
            return Optional.of(CUSTOMER_ADDRESS);
        }
        if (!names.contains(CUSTOMER.key)) {
            return Optional.empty();
        }
        return Optional.of(names.contains(AddressColumns.PREFIX + "city") ? CUSTOMER_COMPOSITE : CUSTOMER);
    }
}
