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
        CustomerDraft.Person person = draft.person();
        CustomerDraft.Placement placement = draft.placement();
        if (person.email() != null) {
            row.email = person.email().strip();
            row.emailKey = Fold.key(row.email);
        }
        row.firstname = text(person.firstname(), row.firstname);
        row.lastname = text(person.lastname(), row.lastname);
        row.middlename = text(person.middlename(), row.middlename);
        row.prefix = text(person.prefix(), row.prefix);
        row.suffix = text(person.suffix(), row.suffix);
        row.taxvat = text(person.taxvat(), row.taxvat);
        row.confirmation = text(placement.confirmation(), row.confirmation);
        row.externalId = text(placement.externalId(), row.externalId);
        row.gender = person.gender() == null ? row.gender : person.gender();
        row.disableAutoGroupChange = placement.disableAutoGroupChange() == null
                ? row.disableAutoGroupChange
                : placement.disableAutoGroupChange();
        if (person.dob() != null) {
            row.dob = person.dob().isBlank() ? null : day(person.dob().strip());
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
