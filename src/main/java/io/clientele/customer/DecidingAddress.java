package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.tax.vat.VatNumber;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the address that decides about a customer's group says: the default billing or shipping one.
 *
 * @param countryId empty when it is not known
 */
record DecidingAddress(String countryId, VatNumber number) {

    /** The one in the book, or empty when there is no such default. */
    static Optional<DecidingAddress> of(boolean billing, List<Address> book) {
        return book.stream()
                .filter(address -> isDefault(address, billing))
                .findFirst()
                .map(address -> of(address.countryId(), address.vatId()));
    }

    /** The one there will be once the draft is put over the book; empty when it stays what it was. */
    static Optional<DecidingAddress> after(boolean billing, List<Address> book, CustomerDraft.Book draft) {
        Optional<DecidingAddress> deciding = Optional.empty();
        List<AddressDraft> entries = draft.addresses() == null ? List.of() : draft.addresses();
        for (AddressDraft entry : entries) {
            Optional<Address> stored = stored(book, entry);
            Boolean flag = billing ? entry.defaultBilling() : entry.defaultShipping();
            boolean remains = flag == null
                    && stored.filter(address -> isDefault(address, billing)).isPresent();
            if (Boolean.TRUE.equals(flag) || (remains && deciding.isEmpty())) {
                deciding = Optional.of(merged(entry, stored));
            }
        }
        Long named = billing ? draft.defaultBilling() : draft.defaultShipping();
        if (named == null || named == 0) {
            return deciding;
        }
        Optional<DecidingAddress> changed = entries.stream()
                .filter(entry -> named.equals(entry.id()))
                .findFirst()
                .map(entry -> merged(entry, stored(book, entry)));
        return changed.or(() -> book.stream()
                .filter(address -> address.id() == named)
                .findFirst()
                .map(address -> of(address.countryId(), address.vatId())));
    }

    private static DecidingAddress of(@Nullable String countryId, @Nullable String vatId) {
        String country = countryId == null ? "" : countryId;
        return new DecidingAddress(country, VatNumber.of(country, vatId));
    }

    private static DecidingAddress merged(AddressDraft entry, Optional<Address> stored) {
        String country =
                entry.countryId() == null ? stored.map(Address::countryId).orElse("") : entry.countryId();
        String vatId = entry.vatId() == null ? stored.map(Address::vatId).orElse(null) : entry.vatId();
        return of(country, vatId);
    }

    private static Optional<Address> stored(List<Address> book, AddressDraft entry) {
        boolean byKey = entry.id() == null || entry.id() == 0;
        return book.stream()
                .filter(address -> byKey
                        ? entry.externalId() != null && entry.externalId().equals(address.externalId())
                        : Objects.equals(address.id(), entry.id()))
                .findFirst();
    }

    private static boolean isDefault(Address address, boolean billing) {
        return billing ? address.defaultBilling() : address.defaultShipping();
    }
}
