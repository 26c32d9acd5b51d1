package io.clientele.transfer;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.attribute.AttributeOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands the address's columns of a row, and finds the address of a book that it is. */
@ApplicationScoped
class AddressCells {

    private final AttributeCells attributes;

    @Inject
    AddressCells(AttributeCells attributes) {
        this.attributes = attributes;
    }

    /**
     * The address as the row has it.
     *
     * @param known the entry of the book that it changes; null for a new one
     * @throws BadCell for the first cell that cannot be what it must be
     */
    AddressDraft draft(Cells cells, @Nullable Address known, int websiteId, ImportDraft how) {
        return new AddressDraft(
                known == null ? null : known.id(),
                cells.kept("firstname"),
                cells.kept("lastname"),
                cells.text("middlename"),
                cells.text("prefix"),
                cells.text("suffix"),
                cells.text("company"),
                street(cells),
                cells.kept("city"),
                cells.kept("postcode"),
                country(cells),
                region(cells) == null ? regionId(cells) : null,
                region(cells) == null && regionId(cells) == null ? cells.text("region") : region(cells),
                null,
                cells.kept("telephone"),
                cells.text("fax"),
                cells.text("vat_id"),
                cells.flagNamed(AddressColumns.DEFAULT_BILLING),
                cells.flagNamed(AddressColumns.DEFAULT_SHIPPING),
                key(cells, how),
                attributes.values(
                        AttributeOwner.CUSTOMER_ADDRESS, cells, websiteId, known == null, how.valueSeparator()));
    }

    private static @Nullable List<String> street(Cells cells) {
        String text = cells.kept("street");
        // The text has no blanks around it, so the last line says something.
        return text == null
                ? null
                : Arrays.stream(text.split("\r\n|\r|\n", -1)).map(String::strip).toList();
    }

    private static @Nullable String country(Cells cells) {
        String text = cells.kept("country_id");
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String region(Cells cells) {
        return cells.kept("region");
    }

    /** Asked only where the region has no name: other shops number them otherwise. */
    private static @Nullable Integer regionId(Cells cells) {
        String text = cells.kept("region_id");
        if (text == null || text.equals("0")) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw cells.invalid("region_id", text);
        }
        return Integer.valueOf(text);
    }

    /** The key that others know the address by: the id of another shop is one. */
    private static @Nullable String key(Cells cells, ImportDraft how) {
        String key = cells.kept(AddressColumns.EXTERNAL_ID);
        String id = cells.row().text(AddressColumns.ID);
        return key == null && how.translation().foreign() && !id.isEmpty() ? id : key;
    }

    /** The entry with the row's key, or else its id, if the book has it. */
    static Optional<Address> named(Cells cells, List<Address> book, ImportDraft how) {
        String key = key(cells, how);
        String id = how.translation().foreign() ? "" : cells.row().text(AddressColumns.ID);
        return book.stream()
                .filter(address -> key != null && key.equals(address.externalId()))
                .findFirst()
                .or(() -> book.stream()
                        .filter(address -> Long.toString(address.id()).equals(id))
                        .findFirst());
    }

    /** The entry that says the same as the row: so a file may be taken over again. */
    static Optional<Address> alike(AddressDraft draft, List<Address> book) {
        return book.stream().filter(address -> isAlike(draft, address)).findFirst();
    }

    private static boolean isAlike(AddressDraft draft, Address address) {
        return (draft.externalId() == null
                        || says(draft.externalId(), address.externalId())
                        || address.externalId() == null)
                && says(draft.firstname(), address.firstname())
                && says(draft.lastname(), address.lastname())
                && says(draft.middlename(), address.middlename())
                && says(draft.prefix(), address.prefix())
                && says(draft.suffix(), address.suffix())
                && says(draft.company(), address.company())
                && (draft.street() == null || draft.street().equals(address.street()))
                && says(draft.city(), address.city())
                && says(draft.postcode(), address.postcode())
                && says(draft.countryId(), address.countryId())
                && isInRegion(draft, address)
                && says(draft.telephone(), address.telephone())
                && says(draft.fax(), address.fax())
                && says(draft.vatId(), address.vatId());
    }

    private static boolean isInRegion(AddressDraft draft, Address address) {
        if (draft.regionId() != null) {
            return draft.regionId() == address.regionId();
        }
        String region = draft.region();
        return region == null
                || region.equalsIgnoreCase(Objects.requireNonNullElse(address.region(), ""))
                || region.equalsIgnoreCase(Objects.requireNonNullElse(address.regionCode(), ""));
    }

    /** What is not said is not another thing. */
    private static boolean says(@Nullable String draft, @Nullable String stored) {
        return draft == null || Objects.equals(draft.isEmpty() ? null : draft, stored);
    }
}
