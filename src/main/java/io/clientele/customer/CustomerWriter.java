package io.clientele.customer;

import io.clientele.address.Address;
import io.clientele.address.AddressDraft;
import io.clientele.address.AddressService;
import io.clientele.attribute.AttributeFiles;
import io.clientele.attribute.AttributeOwner;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stores a customer row with its address book and what other features keep of it, in the caller's transaction. */
@ApplicationScoped
class CustomerWriter {

    private final CustomerRepository customers;
    private final SharedEmailRepository emails;
    private final CustomerPreparation preparation;
    private final AddressService addresses;
    private final AccountSharing sharing;
    private final AttributeFiles files;
    private final CustomerKeywords keywords;
    private final GroupAssignment assignment;
    private final List<CustomerExtension> extensions;

    @Inject
    CustomerWriter(
            CustomerRepository customers,
            SharedEmailRepository emails,
            CustomerPreparation preparation,
            AddressService addresses,
            AccountSharing sharing,
            AttributeFiles files,
            CustomerKeywords keywords,
            GroupAssignment assignment,
            @All List<CustomerExtension> extensions) {
        this.customers = customers;
        this.emails = emails;
        this.preparation = preparation;
        this.addresses = addresses;
        this.sharing = sharing;
        this.files = files;
        this.keywords = keywords;
        this.assignment = assignment;
        this.extensions = extensions;
    }

    /**
     * Puts the draft over the row and stores it.
     *
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken; nothing is stored then
     */
    Customer write(CustomerEntity row, CustomerDraft draft) {
        String before = row.attributes;
        preparation.apply(row, draft);
        customers.lockSharing();
        boolean isNew = row.id == null;
        customers.write(row);
        long id = Objects.requireNonNull(row.id);
        if (!sharing.isStoredPerWebsite()) {
            emails.share(id, row.emailKey, isNew);
        }
        files.keep(AttributeOwner.CUSTOMER, id, null, before, row.attributes);
        List<AddressDraft> book = draft.book().addresses();
        if (book != null) {
            addresses.replace(id, row.websiteId, book);
        }
        defaults(id, draft);
        assignment.assign(row);
        keywords.refresh(id);
        Customer stored = customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
        if (draft.extensions().isEmpty()) {
            return stored;
        }
        for (CustomerExtension extension : extensions) {
            if (isNew) {
                extension.create(stored, draft.extensions());
            } else {
                extension.write(stored, draft.extensions());
            }
        }
        return customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
    }

    private void defaults(long id, CustomerDraft draft) {
        if (draft.book().defaultBilling() == null && draft.book().defaultShipping() == null) {
            return;
        }
        List<Address> book = addresses.ofCustomers(new long[] {id});
        if (names(book, draft.book().defaultBilling())) {
            addresses.setDefaultBilling(id, Objects.requireNonNull(draft.book().defaultBilling()));
        }
        if (names(book, draft.book().defaultShipping())) {
            addresses.setDefaultShipping(id, Objects.requireNonNull(draft.book().defaultShipping()));
        }
    }

    /** Clients send back the defaults they read together with a book without them: such a default is gone already. */
    private static boolean names(List<Address> book, @Nullable Long id) {
        return id != null && (id == 0 || book.stream().anyMatch(address -> address.id() == id));
    }
}
