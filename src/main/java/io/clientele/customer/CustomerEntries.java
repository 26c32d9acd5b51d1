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
    private final CustomerEvents events;
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
            CustomerEvents events,
            AccountSharing sharing,
            VatPolicy policy,
            Attributes attributes) {
        this.rows = rows;
        this.customers = customers;
        this.registration = registration;
        this.preparation = preparation;
        this.addresses = addresses;
        this.keywords = keywords;
        this.events = events;
        this.sharing = sharing;
        this.policy = policy;
        this.attributes = attributes;
    }

    /**
     * Whether they can be made together: not where accounts are shared or VAT numbers decide about groups, nor with files
     * among their values or with something that other features keep.
     */
    boolean areTaken(List<CustomerDraft> drafts) {
        customers.lockSharing();
        Set<String> ofCustomers = files(AttributeOwner.CUSTOMER);
        Set<String> ofAddresses = files(AttributeOwner.CUSTOMER_ADDRESS);
        return sharing.isStoredPerWebsite()
                && !policy.isOnAnywhere()
                && drafts.stream()
                        .allMatch(draft -> draft.extensions().isEmpty()
                                && isFree(ofCustomers, draft.attributes().keySet())
                                && book(draft).stream()
                                        .allMatch(address -> isFree(
                                                ofAddresses,
                                                address.attributes().keySet()))
                                && draft.book().defaultBilling() == null
                                && draft.book().defaultShipping() == null);
    }

    /**
     * Their ids, in the order of the drafts.
     *
     * @param drafts which are taken; no two of them have the same e-mail address
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken in one of them
     */
    List<Long> enter(List<CustomerDraft> drafts) {
        boolean manager = registration.isManager();
        List<CustomerEntity> entered = new ArrayList<>(drafts.size());
        List<CustomerDraft> allowed = new ArrayList<>(drafts.size());
        for (CustomerDraft each : drafts) {
            CustomerDraft draft = RegistrationService.asNew(each, manager);
            CustomerEntity row = registration.begun(each, manager);
            preparation.apply(row, draft);
            entered.add(row);
            allowed.add(draft);
        }
        rows.insert(entered);
        List<AddressEntries.Book> books = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            CustomerEntity row = entered.get(i);
            List<AddressDraft> book = book(allowed.get(i));
            if (!book.isEmpty()) {
                books.add(new AddressEntries.Book(id(row), row.websiteId, book));
            }
        }
        addresses.enter(books);
        long[] ids = entered.stream().mapToLong(CustomerEntries::id).toArray();
        keywords.refresh(ids);
        events.made(ids);
        return entered.stream().map(CustomerEntries::id).toList();
    }

    private static long id(CustomerEntity row) {
        return Objects.requireNonNull(row.id);
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
