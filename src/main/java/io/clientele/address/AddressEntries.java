package io.clientele.address;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Stores the books that many new accounts begin with, in one statement. */
@ApplicationScoped
public class AddressEntries {

    private final AddressPreparation preparation;
    private final AddressEntryRepository rows;

    @Inject
    AddressEntries(AddressPreparation preparation, AddressEntryRepository rows) {
        this.preparation = preparation;
        this.rows = rows;
    }

    /** The first addresses of an account that was made in the transaction in hand, in their order. */
    public record Book(long customerId, int websiteId, List<AddressDraft> addresses) {}

    /**
     * Stores them as a part of the accounts: participants are not told. No file is among the values of attributes.
     *
     * @throws io.clientele.shared.Refusal when a part of one is missing or wrong, or an external key is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(List<Book> books) {
        List<AddressEntity> all = new ArrayList<>();
        for (Book book : books) {
            List<AddressEntity> stored = new ArrayList<>();
            for (AddressDraft draft : book.addresses()) {
                AddressEntity row = new AddressEntity();
                preparation.apply(row, book.customerId(), book.websiteId(), draft);
                // The last one that wants to be a default is it.
                if (Boolean.TRUE.equals(draft.defaultBilling())) {
                    stored.forEach(other -> other.defaultBilling = false);
                    row.defaultBilling = true;
                }
                if (Boolean.TRUE.equals(draft.defaultShipping())) {
                    stored.forEach(other -> other.defaultShipping = false);
                    row.defaultShipping = true;
                }
                stored.add(row);
            }
            all.addAll(stored);
        }
        if (!all.isEmpty()) {
            rows.insert(all);
        }
    }
}
