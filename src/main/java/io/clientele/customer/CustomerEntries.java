package io.clientele.customer;

import io.clientele.address.AddressDraft;
import io.clientele.address.AddressEntries;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.tax.vat.VatPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes many accounts with their books in a few statements, in the transaction in hand: the same as one after another, where
 * nothing that depends on a single one has to be decided.
 */
@ApplicationScoped
class CustomerEntries {

    private final CustomerEntryRepository rows;
    private final CustomerRepository customers;
    private final RegistrationService registration;
    private final CustomerPreparation preparation;
    private final AddressEntries addresses;
    private final CustomerKeywords keywords;
    private final AccountSharing sharing;
    private final VatPolicy policy;
    private final Attributes attributes;

    @Inject
    CustomerEntries(
            CustomerEntryRepository rows,
            CustomerRepository customers,
            RegistrationService registration,
            CustomerPreparation preparation,
            AddressEntries addresses,
            CustomerKeywords keywords,
            AccountSharing sharing,
            VatPolicy policy,
            Attributes attributes) {
        this.rows = rows;
        this.customers = customers;
        this.registration = registration;
        this.preparation = preparation;
        this.addresses = addresses;
        this.keywords = keywords;
        this.sharing = sharing;
        this.policy = policy;
        this.attributes = attributes;
    }

    /**
     * A new account that is ready to be stored.
     *
     * @param row without an id until it is
     */
    record Entry(CustomerEntity row, AddressEntries.Book book) {

        long id() {
            return Objects.requireNonNull(row.id);
        }
    }

    /** Whether accounts can be made together: not where they are shared or VAT numbers decide about groups. */
    boolean areOpen() {
        customers.lockSharing();
        return sharing.isStoredPerWebsite() && !policy.isOnAnywhere();
    }

    /**
     * Tells the drafts that can be made together with others: without files among their values, and without something that
     * other features keep.
     */
    Predicate<CustomerDraft> plain() {
        Set<String> ofCustomers = files(AttributeOwner.CUSTOMER);
        Set<String> ofAddresses = files(AttributeOwner.CUSTOMER_ADDRESS);
        return draft -> draft.extensions().isEmpty()
                && isFree(ofCustomers, draft.attributes().keySet())
                && book(draft).stream()
                        .allMatch(address ->
                                isFree(ofAddresses, address.attributes().keySet()))
                && draft.book().defaultBilling() == null
                && draft.book().defaultShipping() == null;
    }

    /**
     * Makes ready what the draft says.
     *
     * @param manager whether the account is as the draft says, and not only what people may say of themselves
     * @throws io.clientele.shared.Refusal when something is missing or wrong
     */
    Entry prepare(CustomerDraft draft, boolean manager) {
        CustomerDraft allowed = RegistrationService.asNew(draft, manager);
        CustomerEntity row = registration.begun(draft, manager);
        preparation.apply(row, allowed);
        return new Entry(row, addresses.prepare(row.websiteId, book(allowed)));
    }

    /**
     * Stores all of them.
     *
     * @param entries no two of which have the same e-mail address
     * @throws io.clientele.shared.Refusal when something is taken
     */
    void store(List<Entry> entries) {
        rows.insert(entries.stream().map(Entry::row).toList());
        complete(entries);
    }

    /**
     * Stores those whose e-mail address and key nobody has, and leaves the others without an id.
     *
     * @param entries no two of which have the same e-mail address
     * @return those that are stored
     * @throws io.clientele.shared.Refusal when something else is taken
     */
    List<Entry> storeFree(List<Entry> entries) {
        rows.insertFree(entries.stream().map(Entry::row).toList());
        List<Entry> stored =
                entries.stream().filter(each -> each.row().id != null).toList();
        complete(stored);
        return stored;
    }

    private void complete(List<Entry> stored) {
        List<AddressEntries.Book> books = new ArrayList<>(stored.size());
        stored.forEach(each -> books.add(each.book().of(each.id())));
        addresses.enter(books);
        if (!stored.isEmpty()) {
            keywords.refresh(stored.stream().mapToLong(Entry::id).toArray());
        }
    }

    private static List<AddressDraft> book(CustomerDraft draft) {
        @Nullable List<AddressDraft> book = draft.book().addresses();
        return book == null ? List.of() : book;
    }

    private static boolean isFree(Set<String> files, Collection<String> codes) {
        return files.isEmpty() || codes.stream().noneMatch(files::contains);
    }

    private Set<String> files(AttributeOwner owner) {
        return attributes.custom(owner).stream()
                .filter(attribute -> attribute.input().isFile())
                .map(Attribute::code)
                .collect(Collectors.toSet());
    }
}
