package io.clientele.address;

import io.clientele.attribute.AttributeFiles;
import io.clientele.attribute.AttributeOwner;
import io.clientele.shared.ExpectedVersion;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps address books. A book has at most one default billing and one default shipping address. */
@ApplicationScoped
public class AddressService {

    private final AddressRepository addresses;
    private final AddressPreparation preparation;
    private final AttributeFiles files;
    private final List<AddressGuard> guards;
    private final List<AddressParticipant> participants;
    private final ExpectedVersion expected;
    private final AddressAudit audit;

    @Inject
    AddressService(
            AddressRepository addresses,
            AddressPreparation preparation,
            AttributeFiles files,
            @All List<AddressGuard> guards,
            @All List<AddressParticipant> participants,
            ExpectedVersion expected,
            AddressAudit audit) {
        this.addresses = addresses;
        this.preparation = preparation;
        this.files = files;
        this.guards = guards;
        this.participants = participants;
        this.expected = expected;
        this.audit = audit;
    }

    /** The address, for a caller who may see its customer; otherwise it is not there. */
    public Address get(long id) {
        return addresses
                .address(id)
                .filter(address -> guards.stream().allMatch(guard -> guard.opens(address.customerId())))
                .orElseThrow(() -> AddressRefusals.missing(id));
    }

    /** The address whoever asks, or empty. */
    public Optional<Address> find(long id) {
        return addresses.address(id);
    }

    /** The addresses of the customers, by customer and then in the order they were made: one statement. */
    public List<Address> ofCustomers(long[] customerIds) {
        return addresses.ofCustomers(customerIds);
    }

    /**
     * Adds an address to the customer's book.
     *
     * @throws io.clientele.shared.Refusal naming every part that is missing or wrong
     */
    @Transactional
    public Address add(long customerId, int websiteId, AddressDraft draft) {
        lock(customerId);
        AddressEntity row = save(new AddressEntity(), customerId, websiteId, draft);
        changed(customerId);
        return audit.stored(websiteId, null, stored(row));
    }

    /**
     * Changes what the draft supplies. A default flag that is false takes the default away from this address.
     *
     * @throws io.clientele.shared.Refusal when the customer has no such address, or a part is missing or wrong
     */
    @Transactional
    public Address change(long customerId, int websiteId, long id, AddressDraft draft) {
        lock(customerId);
        AddressEntity row = owned(customerId, id);
        Address before = stored(row);
        expected.check(() -> before);
        save(row, customerId, websiteId, draft);
        changed(customerId);
        return audit.stored(websiteId, before, stored(row));
    }

    /**
     * Makes the book exactly this list: entries with an id, or else with the external key of one, are changed, those
     * without are added, the others deleted. It is part of a write of the whole customer: participants are not told.
     *
     * @throws io.clientele.shared.Refusal when an id is not of this book, or a part is missing or wrong
     */
    @Transactional
    public void replace(long customerId, int websiteId, List<AddressDraft> list) {
        lock(customerId);
        List<AddressEntity> book = addresses.book(customerId);
        List<AddressDraft> drafts = AddressKeys.resolve(list, book);
        List<Long> kept = drafts.stream()
                .map(AddressDraft::id)
                .filter(id -> id != null && id != 0)
                .toList();
        for (AddressEntity row : book) {
            if (!kept.contains(row.id)) {
                addresses.delete(row);
            }
        }
        addresses.flush();
        for (AddressDraft draft : drafts) {
            boolean known = draft.id() != null && draft.id() != 0;
            AddressEntity row = known ? owned(customerId, Objects.requireNonNull(draft.id())) : new AddressEntity();
            save(row, customerId, websiteId, draft);
        }
    }

    /**
     * Takes the book to another website with its customer.
     *
     * @throws io.clientele.shared.Refusal when an external key is taken there
     */
    @Transactional
    public void move(long customerId, int websiteId) {
        lock(customerId);
        addresses.move(customerId, websiteId);
    }

    /** Makes an address of the book the default; 0 for none. */
    @Transactional
    public void setDefaultBilling(long customerId, long id) {
        lock(customerId);
        setDefault(customerId, id, true);
        changed(customerId);
    }

    /** Makes an address of the book the default; 0 for none. */
    @Transactional
    public void setDefaultShipping(long customerId, long id) {
        lock(customerId);
        setDefault(customerId, id, false);
        changed(customerId);
    }

    /** Lets nobody else change the book until the transaction in hand ends, so that what was checked stays so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(long customerId) {
        lock(customerId);
    }

    /** Keeps what the check of the address's VAT number came to, in the transaction in hand. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteCheck(long id, Address.VatCheck check) {
        AddressEntity row = addresses.findById(id);
        if (row != null) {
            row.note(check);
            addresses.flush();
        }
    }

    /** Deletes the address, for a caller who may see its customer. */
    @Transactional
    public void delete(long id) {
        Address address = get(id);
        lock(address.customerId());
        expected.check(() -> get(id));
        AddressEntity row = owned(address.customerId(), id);
        addresses.delete(row);
        addresses.flush();
        changed(address.customerId());
        audit.deleted(row.websiteId, address);
    }

    private void lock(long customerId) {
        participants.forEach(participant -> participant.bookChanging(customerId));
        addresses.lock(customerId);
    }

    private void changed(long customerId) {
        participants.forEach(participant -> participant.bookChanged(customerId));
    }

    private AddressEntity owned(long customerId, long id) {
        AddressEntity row = addresses.findById(id);
        if (row == null || row.customerId != customerId) {
            throw AddressRefusals.missing(id);
        }
        return row;
    }

    private AddressEntity save(AddressEntity row, long customerId, int websiteId, AddressDraft draft) {
        String before = row.attributes;
        preparation.apply(row, customerId, websiteId, draft);
        addresses.write(row);
        long id = Objects.requireNonNull(row.id);
        files.keep(AttributeOwner.CUSTOMER_ADDRESS, customerId, id, before, row.attributes);
        if (Boolean.TRUE.equals(draft.defaultBilling())) {
            setDefault(customerId, id, true);
        }
        if (Boolean.TRUE.equals(draft.defaultShipping())) {
            setDefault(customerId, id, false);
        }
        return row;
    }

    private void setDefault(long customerId, long id, boolean billing) {
        List<AddressEntity> book = addresses.book(customerId);
        if (id != 0 && book.stream().noneMatch(row -> Objects.equals(row.id, id))) {
            throw AddressRefusals.missing(id);
        }
        // The old default goes first: the unique index sees every statement.
        book.forEach(row -> mark(row, billing, false));
        addresses.flush();
        book.stream().filter(row -> Objects.equals(row.id, id)).forEach(row -> mark(row, billing, true));
        addresses.flush();
    }

    private static void mark(AddressEntity row, boolean billing, boolean value) {
        if (billing) {
            row.defaultBilling = value;
        } else {
            row.defaultShipping = value;
        }
    }

    private Address stored(AddressEntity row) {
        return addresses.address(Objects.requireNonNull(row.id)).orElseThrow(() -> AddressRefusals.missing(0));
    }
}
