package io.clientele.customer;

import io.clientele.address.PersonName;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer must have before it is stored. */
@ApplicationScoped
class CustomerRules {

    private final Clock clock;

    @Inject
    CustomerRules(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refusal naming every part that is missing or wrong */
    void check(CustomerEntity customer) {
        List<Refusal> wrong = new ArrayList<>();
        email(wrong, customer.email);
        name(wrong, "First Name", customer.firstname, true);
        name(wrong, "Middle Name", customer.middlename, false);
        name(wrong, "Last Name", customer.lastname, true);
        length(wrong, "Name Prefix", customer.prefix);
        length(wrong, "Name Suffix", customer.suffix);
        length(wrong, "Tax/VAT Number", customer.taxvat);
        length(wrong, "external_id", customer.externalId);
        length(wrong, "confirmation", customer.confirmation);
        if (customer.gender != null && (customer.gender < 0 || customer.gender > 3)) {
            wrong.add(CustomerRefusals.invalidGender(customer.gender));
        }
        // The day has begun somewhere on Earth up to 14 hours before it does in UTC.
        if (customer.dob != null
                && customer.dob.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)))) {
            wrong.add(CustomerRefusals.bornTomorrow());
        }
        if (!wrong.isEmpty()) {
            throw Refusal.all(wrong);
        }
    }

    /** @throws Refusal when a name is not even supplied, where a whole customer is due */
    static void demandNames(@Nullable String firstname, @Nullable String lastname) {
        List<Refusal> wrong = new ArrayList<>();
        if (firstname == null) {
            wrong.add(CustomerRefusals.valueMissing("First Name"));
        }
        if (lastname == null) {
            wrong.add(CustomerRefusals.valueMissing("Last Name"));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.all(wrong);
        }
    }

    private static void email(List<Refusal> wrong, String email) {
        if (email.isEmpty()) {
            wrong.add(CustomerRefusals.emailMissing());
        } else if (!EmailAddress.isValid(email)) {
            wrong.add(CustomerRefusals.emailInvalid());
        }
    }

    private static void name(List<Refusal> wrong, String label, @Nullable String name, boolean required) {
        if (name == null) {
            if (required) {
                wrong.add(CustomerRefusals.valueMissing(label));
            }
        } else if (!PersonName.isValid(name)) {
            wrong.add(Refusals.invalidName(label));
        }
    }

    private static void length(List<Refusal> wrong, String label, @Nullable String value) {
        if (value != null && !PersonName.fits(value)) {
            wrong.add(Refusals.tooLong(label, PersonName.LONGEST));
        }
    }
}
