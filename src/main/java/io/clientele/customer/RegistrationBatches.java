package io.clientele.customer;

import io.clientele.shared.Refusal;
import io.clientele.shared.operation.OneOfMany;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Registers many people at once, in the transaction in hand: each account with all that registering one leaves behind, in a
 * number of statements that does not grow with them.
 */
@ApplicationScoped
public class RegistrationBatches {

    private final CustomerEntries entries;
    private final CustomerBatchRepository rows;
    private final RegistrationService registration;
    private final PersonKeys persons;

    @Inject
    RegistrationBatches(
            CustomerEntries entries,
            CustomerBatchRepository rows,
            RegistrationService registration,
            PersonKeys persons) {
        this.entries = entries;
        this.rows = rows;
        this.registration = registration;
        this.persons = persons;
    }

    /**
     * Somebody who registers.
     *
     * @param draft what is said of the account; it may be refused for its form
     * @param password null or empty for none
     * @param redirectUrl where the link in the mail is to lead in the end, or null
     */
    public record Registrant(
            Supplier<CustomerDraft> draft,
            @Nullable String password,
            @Nullable String redirectUrl) {}

    /**
     * Registers those who can be registered together. Who has a password, files or values of other features is unlike the
     * others, as all are where accounts are shared or VAT numbers decide about groups. Who would be refused, or says an
     * e-mail address or external id that somebody has, is left apart; of two who say the same one the first is registered.
     *
     * @return what became of each, in their order
     * @throws Refusal when what only the database can tell stands in the way of somebody; nobody is registered then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<OneOfMany<Customer>> register(List<Registrant> all) {
        if (!entries.areOpen()) {
            return all.stream().map(_ -> OneOfMany.<Customer>unlike()).toList();
        }
        boolean manager = registration.isManager();
        Predicate<CustomerDraft> plain = entries.plain();
        List<Candidate> candidates =
                all.stream().map(each -> candidate(each, plain, manager)).toList();
        Set<String> said = new HashSet<>();
        List<CustomerEntries.Entry> ready = candidates.stream()
                .map(Candidate::entry)
                .filter(Objects::nonNull)
                .filter(entry -> isFirst(entry.row(), said))
                .toList();
        Map<Long, Customer> made = made(entries.storeFree(ready));
        return candidates.stream().map(each -> outcome(each, made)).toList();
    }

    /**
     * A registrant that was looked at.
     *
     * @param entry the account, or null where there is none to be stored with the others
     * @param otherwise what becomes of the registrant then
     */
    private record Candidate(Registrant who, CustomerEntries.@Nullable Entry entry, OneOfMany<Customer> otherwise) {}

    private Candidate candidate(Registrant who, Predicate<CustomerDraft> plain, boolean manager) {
        try {
            CustomerDraft draft = who.draft().get();
            if (hasPassword(who) || !plain.test(draft)) {
                return new Candidate(who, null, OneOfMany.unlike());
            }
            registration.demandGroupRight(draft);
            return new Candidate(who, entries.prepare(draft, manager), OneOfMany.apart());
        } catch (Refusal refusal) {
            // By itself it is refused again, as it would have been without the others.
            return new Candidate(who, null, OneOfMany.apart());
        }
    }

    private OneOfMany<Customer> outcome(Candidate candidate, Map<Long, Customer> made) {
        CustomerEntries.Entry entry = candidate.entry();
        Customer customer = entry == null || entry.row().id == null ? null : made.get(entry.id());
        if (customer == null) {
            return candidate.otherwise();
        }
        registration.created(
                new AccountParticipant.Registration(customer, false, null),
                candidate.who().redirectUrl());
        return OneOfMany.done(customer, Person.customer(customer.id()));
    }

    /** The accounts as they are stored, by id, with the keys of their owners at hand. */
    private Map<Long, Customer> made(List<CustomerEntries.Entry> stored) {
        Map<Long, Customer> byId = new HashMap<>();
        if (!stored.isEmpty()) {
            rows.customers(stored.stream().mapToLong(CustomerEntries.Entry::id).toArray())
                    .forEach(customer -> byId.put(customer.id(), customer));
            persons.prepare(byId.keySet().stream().map(Person::customer).toList());
        }
        return byId;
    }

    private static boolean hasPassword(Registrant registrant) {
        return registrant.password() != null && !registrant.password().isEmpty();
    }

    /** Whether nobody before said the e-mail address or the external id on the website. */
    private static boolean isFirst(CustomerEntity row, Set<String> said) {
        boolean email = said.add("email " + row.accountScope + " " + row.emailKey);
        boolean key = row.externalId == null || said.add("key " + row.websiteId + " " + row.externalId);
        return email && key;
    }
}
