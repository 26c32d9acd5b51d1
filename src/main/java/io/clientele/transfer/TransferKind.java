package io.clientele.transfer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a file are. */
public enum TransferKind {
    /** A customer each. */
    CUSTOMER(CustomerColumns.EMAIL, CustomerColumns.WEBSITE),
    /** An address each, of a customer there is. */
    CUSTOMER_ADDRESS(AddressColumns.EMAIL, AddressColumns.WEBSITE),
    /** A customer with an address each, or one more address of the customer above. */
    CUSTOMER_COMPOSITE(CustomerColumns.EMAIL, CustomerColumns.WEBSITE);

    private final String email;
    private final String website;

    TransferKind(String email, String website) {
        this.email = email;
        this.website = website;
    }

    /** The column with the customer's e-mail address, which with the {@link #website} is the key. */
    String email() {
        return email;
    }

    /** The column with the website's code. */
    String website() {
        return website;
    }

    /** The contract's name of the entity. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws io.clientele.shared.Refusal when there is none of that name */
    static TransferKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> TransferRefusals.unknown("entity", code));
    }

    /** What a file with these columns must be, or empty when it could be nothing. */
    static Optional<TransferKind> guess(Collection<String> columns) {
        List<String> names = List.copyOf(columns);
        if (names.contains(CUSTOMER_ADDRESS.email)) {
            return Optional.of(CUSTOMER_ADDRESS);
        }
        if (!names.contains(CUSTOMER.email)) {
            return Optional.empty();
        }
        return Optional.of(names.contains(AddressColumns.PREFIX + "city") ? CUSTOMER_COMPOSITE : CUSTOMER);
    }
}
