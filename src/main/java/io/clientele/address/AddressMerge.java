package io.clientele.address;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what was supplied of an address over what is stored. */
final class AddressMerge {

    private AddressMerge() {}

    static void apply(AddressDraft draft, AddressEntity row) {
        row.firstname = text(draft.firstname(), row.firstname);
        row.lastname = text(draft.lastname(), row.lastname);
        row.middlename = text(draft.middlename(), row.middlename);
        row.prefix = text(draft.prefix(), row.prefix);
        row.suffix = text(draft.suffix(), row.suffix);
        row.company = text(draft.company(), row.company);
        row.city = text(draft.city(), row.city);
        row.postcode = text(draft.postcode(), row.postcode);
        row.telephone = text(draft.telephone(), row.telephone);
        row.fax = text(draft.fax(), row.fax);
        vatId(draft, row);
        row.externalId = text(draft.externalId(), row.externalId);
        if (draft.street() != null) {
            row.street = lines(draft.street());
        }
        region(draft, row);
    }

    /** Another number, or another country for it, makes what is known of it stale; called before the country is put over. */
    private static void vatId(AddressDraft draft, AddressEntity row) {
        String vatId = text(draft.vatId(), row.vatId);
        boolean moved = draft.countryId() != null && !draft.countryId().equals(row.countryId);
        if (moved || !Objects.equals(vatId, row.vatId)) {
            row.note(null);
        }
        row.vatId = vatId;
    }

    /** Another country, or another word for the region, makes what was stored of the region stale. */
    private static void region(AddressDraft draft, AddressEntity row) {
        boolean moved = draft.countryId() != null && !draft.countryId().equals(row.countryId);
        boolean renamed = draft.regionId() != null || draft.region() != null || draft.regionCode() != null;
        row.countryId = text(draft.countryId(), row.countryId);
        if (moved || renamed) {
            row.regionId = draft.regionId() == null ? 0 : draft.regionId();
            row.region = text(draft.region(), null);
            row.regionCode = text(draft.regionCode(), null);
        }
    }

    private static @Nullable String text(@Nullable String given, @Nullable String stored) {
        if (given == null) {
            return stored;
        }
        return given.isBlank() ? null : given;
    }

    /** Trailing empty lines are dropped; one in the middle is the writer's. */
    private static List<String> lines(List<String> given) {
        int end = given.size();
        while (end > 0 && given.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(given.subList(0, end));
    }
}
