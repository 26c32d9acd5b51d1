package io.clientele.customer;

import io.clientele.shared.Fold;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Puts what was supplied of a customer over what is stored. */
final class CustomerMerge {

    private CustomerMerge() {}

    /** @throws io.clientele.shared.Refusal when the date of birth is not a date */
    static void apply(CustomerDraft draft, CustomerEntity row) {
        if (draft.email() != null) {
            row.email = draft.email().strip();
            row.emailKey = Fold.key(row.email);
        }
        row.firstname = text(draft.firstname(), row.firstname);
        row.lastname = text(draft.lastname(), row.lastname);
        row.middlename = text(draft.middlename(), row.middlename);
        row.prefix = text(draft.prefix(), row.prefix);
        row.suffix = text(draft.suffix(), row.suffix);
        row.taxvat = text(draft.taxvat(), row.taxvat);
        row.confirmation = text(draft.confirmation(), row.confirmation);
        row.externalId = text(draft.externalId(), row.externalId);
        row.gender = draft.gender() == null ? row.gender : draft.gender();
        row.disableAutoGroupChange =
                draft.disableAutoGroupChange() == null ? row.disableAutoGroupChange : draft.disableAutoGroupChange();
        if (draft.dob() != null) {
            row.dob = draft.dob().isBlank() ? null : day(draft.dob().strip());
        }
    }

    private static @Nullable String text(@Nullable String given, @Nullable String stored) {
        if (given == null) {
            return stored;
        }
        return given.isBlank() ? null : given.strip();
    }

    private static LocalDate day(String text) {
        try {
            // Clients send a time of day along; only the day counts.
            LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (day.getYear() < 1) {
                throw CustomerRefusals.invalidDate();
            }
            return day;
        } catch (DateTimeException e) {
            throw CustomerRefusals.invalidDate();
        }
    }
}
