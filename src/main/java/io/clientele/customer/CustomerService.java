package io.clientele.customer;

import io.clientele.access.Credentials;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.address.Address;
import io.clientele.address.AddressGuard;
import io.clientele.address.AddressService;
import io.clientele.attribute.FileGuard;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.ExpectedVersion;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Reads, finds and deletes customers. An administrator limited to websites sees only theirs. */
@ApplicationScoped
public class CustomerService implements AddressGuard, FileGuard {

    private final CustomerRepository customers;
    private final CustomerListRepository list;
    private final AddressService addresses;
    private final Tokens tokens;
    private final Credentials credentials;
    private final CurrentCaller caller;
    private final Confirmation confirmation;
    private final Clock clock;
    private final List<CustomerParticipant> participants;
    private final ExpectedVersion expected;
    private final AccountAudit audit;
    private final MergedCustomers merged;
    private final Restrictions restrictions;

    @Inject
    CustomerService(
            CustomerRepository customers,
            CustomerListRepository list,
            AddressService addresses,
            Tokens tokens,
            Credentials credentials,
            CurrentCaller caller,
            Confirmation confirmation,
            Clock clock,
            @All List<CustomerParticipant> participants,
            ExpectedVersion expected,
            AccountAudit audit,
            MergedCustomers merged,
            Restrictions restrictions) {
        this.customers = customers;
        this.list = list;
        this.addresses = addresses;
        this.tokens = tokens;
        this.credentials = credentials;
        this.caller = caller;
        this.confirmation = confirmation;
        this.clock = clock;
        this.participants = participants;
        this.expected = expected;
        this.audit = audit;
        this.merged = merged;
        this.restrictions = restrictions;
    }

    /**
     * The customer with its addresses: one statement.
     *
     * @throws io.clientele.shared.Refusal when there is none, or it is not the caller's to see
     */
    public Customer get(long id) {
        return customers
                .customer(id)
                .filter(customer -> caller.get().maySee(customer.websiteId()))
                .orElseThrow(() -> CustomerRefusals.missing(id));
    }

    /**
     * As {@link #get}, for an administrator or integration that only wants to see it: the id of an account that was merged
     * into another gives the other. One statement, and two more for an id that is no account's.
     *
     * @throws io.clientele.shared.Refusal when there is none, or it is not the caller's to see
     */
    public Customer read(long id) {
        return customers
                .customer(id)
                // A token of the merged account may be good for another second: it opens no other one.
                .or(() -> caller.get().isCustomer() ? Optional.empty() : merged.survivor(id))
                .filter(customer -> caller.get().maySee(customer.websiteId()))
                .orElseThrow(() -> CustomerRefusals.missing(id));
    }

    /**
     * The customer's own account, unless wrong passwords have locked it or it is still to be confirmed: one
     * statement.
     */
    public Customer unlocked(long id) {
        Customer customer = get(id);
        if (customer.isLocked(clock.instant())) {
            throw CustomerRefusals.locked();
        }
        if (confirmation.isAwaited(customer.confirmation(), customer.websiteId())) {
            throw CustomerRefusals.notConfirmed();
        }
        return customer;
    }

    /** Lets nobody else write the account until the transaction ends. */
    void hold(long id) {
        if (!customers.lock(id)) {
            throw CustomerRefusals.missing(id);
        }
    }

    /** Of addresses and of files. */
    @Override
    public boolean opens(long customerId) {
        return customers
                .customer(customerId)
                .filter(customer -> caller.get().maySee(customer.websiteId()))
                .isPresent();
    }

    /** A page of the customers that match, each with its addresses: three statements however many there are. */
    public SearchResults<Customer> search(CustomerQuery query) {
        SearchResults<Customer> page = list.page(query, caller.get().websiteIds());
        long[] ids = page.items().stream().mapToLong(Customer::id).toArray();
        Map<Long, List<Address>> books = ids.length == 0
                ? Map.of()
                : addresses.ofCustomers(ids).stream().collect(Collectors.groupingBy(Address::customerId));
        return page.map(customer -> customer.with(books.getOrDefault(customer.id(), List.of())));
    }

    /**
     * Selects the ids of all customers that match and the caller sees, for a statement that takes them elsewhere.
     *
     * @throws io.clientele.shared.Refusal for an unknown field or condition, a value of the wrong type
     */
    public SqlFragment ids(CustomerQuery query) {
        return list.ids(query, caller.get().websiteIds());
    }

    /**
     * Selects from all customers that match and the caller sees, in the order asked for, for whoever reads them as they come.
     *
     * @param select expressions over {@code customer c} and what is joined, in the program's own words
     * @param joins joins that leave one row for each customer, or nothing
     * @throws io.clientele.shared.Refusal for an unknown field or condition, a value of the wrong type
     */
    public SqlFragment rows(CustomerQuery query, String select, String joins) {
        return list.rows(query, caller.get().websiteIds(), select, joins);
    }

    /**
     * Selects the next of all customers that match and the caller in hand sees, in the order of their ids, from those after an id
     * on: for whoever reads all of them part by part, on any thread.
     *
     * @param query in no order of its own
     * @param select expressions over {@code customer c}, in the program's own words
     * @param most how many of a part
     * @throws io.clientele.shared.Refusal for an unknown field or condition, a value of the wrong type
     */
    public LongFunction<SqlFragment> parts(CustomerQuery query, String select, int most) {
        return list.parts(query, caller.get().websiteIds(), select, most);
    }

    /** How many customers match in all. */
    public long count(CustomerQuery query) {
        return list.count(query, caller.get().websiteIds());
    }

    /**
     * Deletes the customer with all that belongs to it and ends its sessions.
     *
     * @throws io.clientele.shared.Refusal when there is none, it is not the caller's to see, or its owner wishes the data to be kept
     */
    @Transactional
    public void delete(long id) {
        caller.demandNobodyActsFor();
        Customer customer = expected.isDemanded() ? expected(id) : get(id);
        if (!caller.get().isCustomer() && restrictions.isAnyRestricted(id)) {
            throw CustomerRefusals.restricted(id);
        }
        remove(customer);
    }

    /** The same at the wish of the person, of which the caller knows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(long id) {
        remove(get(id));
    }

    private void remove(Customer customer) {
        long id = customer.id();
        participants.forEach(participant -> participant.deleting(List.of(customer)));
        tokens.revokeAll(Subject.customer(id));
        credentials.remove(Subject.customer(id));
        audit.deleted(customer);
        if (!customers.deleteById(id)) {
            throw CustomerRefusals.missing(id);
        }
    }

    /** The customer, locked with its address book, if it is of the version that the caller expects. */
    private Customer expected(long id) {
        customers.findById(id, LockModeType.PESSIMISTIC_WRITE);
        addresses.hold(id);
        Customer customer = get(id);
        expected.check(() -> customer);
        return customer;
    }
}
