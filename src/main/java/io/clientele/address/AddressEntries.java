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

    /** The first addresses of an account, in their order, as they will be stored once the account has an id. */
    public static final class Book {

        private final List<AddressEntity> rows = new ArrayList<>();

        private Book() {}

        /** Says whose they are. */
        public Book of(long customerId) {
            rows.forEach(row -> row.customerId = customerId);
            return this;
        }
    }

    /**
     * Makes a book of the drafts. No file is among their values of attributes.
     *
     * @throws io.clientele.shared.Refusal when a part of one is missing or wrong
     */
    public Book prepare(int websiteId, List<AddressDraft> drafts) {
        Book book = new Book();
        for (AddressDraft draft : drafts) {
            AddressEntity row = new AddressEntity();
            preparation.apply(row, 0, websiteId, draft);
            // The last one that wants to be a default is it.
            if (Boolean.TRUE.equals(draft.defaultBilling())) {
                book.rows.forEach(other -> other.defaultBilling = false);
                row.defaultBilling = true;
            }
            if (Boolean.TRUE.equals(draft.defaultShipping())) {
                book.rows.forEach(other -> other.defaultShipping = false);
                row.defaultShipping = true;
            }
            book.rows.add(row);
        }
        return book;
    }

    /**
     * Stores books of accounts that were made in the transaction in hand, as a part of these: participants are not told.
     *
     * @throws io.clientele.shared.Refusal when an external key is taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(List<Book> books) {
        List<AddressEntity> all =
                books.stream().flatMap(book -> book.rows.stream()).toList();
        if (!all.isEmpty()) {
            rows.insert(all);
        }
    }
}
