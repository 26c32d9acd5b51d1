package io.clientele.customer;

import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.AttributeSet;
import io.clientele.attribute.ReadableAttributes;
import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Caller;
import io.clientele.shared.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words for the audit log what becomes of accounts, in the transaction of each step, and has it told in the feed of events.
 * What it says it takes from rows that are at hand anyway.
 */
@ApplicationScoped
public class AccountAudit {

    private final AuditLog log;
    private final CustomerEvents events;
    private final CustomerRepository customers;
    private final ReadableAttributes attributes;

    @Inject
    AccountAudit(AuditLog log, CustomerEvents events, CustomerRepository customers, ReadableAttributes attributes) {
        this.log = log;
        this.events = events;
        this.customers = customers;
        this.attributes = attributes;
    }

    /** @param step the action after {@code customer.}, such as {@code password.changed} */
    public void note(String step, Customer customer) {
        log.record(draft(step, customer));
    }

    /** A step that gives the account another address. */
    public void noteEmail(String step, String before, Customer after) {
        log.record(draft(step, after).change(Map.of("email", before), Map.of("email", after.email())));
        events.tell(CustomerEvents.CHANGED, after.id(), after.websiteId());
    }

    void created(Customer customer) {
        log.record(draft("created", customer).change(null, customer));
        events.tell(CustomerEvents.CREATED, customer.id(), customer.websiteId());
    }

    void deleted(Customer customer) {
        log.record(draft("deleted", customer).change(customer, null));
        events.tell(CustomerEvents.DELETED, customer.id(), customer.websiteId());
    }

    /** A batch from elsewhere, which is one entry. */
    void imported(int created, int changed) {
        log.record(AuditDraft.of("customer.imported")
                .about("customer", "batch")
                .detail("created", created)
                .detail("changed", changed));
    }

    /** A sign-in, and the token it makes. */
    void signedIn(Account account) {
        log.record(signIn(account).by(Caller.Type.CUSTOMER, account.id()));
        events.tell(CustomerEvents.SIGNED_IN, account.id(), account.websiteId());
    }

    /** @param why a word for what stood in the way though the password was right */
    void signInRefused(Account account, String why) {
        log.record(signIn(account).failed(why));
    }

    /** All sessions were ended. */
    public void tokensRevoked(long customerId) {
        log.record(AuditDraft.of("customer.tokens.revoked")
                .about("customer", customerId)
                .person(Person.customer(customerId)));
    }

    private static AuditDraft signIn(Account account) {
        return AuditDraft.of("customer.signed_in")
                .about("customer", account.id())
                .website(account.websiteId())
                .person(Person.customer(account.id()));
    }

    private static AuditDraft draft(String step, Customer customer) {
        return AuditDraft.of("customer." + step)
                .about("customer", customer.id())
                .website(customer.websiteId())
                .person(Person.customer(customer.id()))
                .named(customer.email());
    }

    /**
     * An account before it is changed.
     *
     * @param groupId the group it is in, whose change is an entry of its own
     */
    record Before(Map<String, Object> values, int groupId) {}

    /**
     * What is to be told of the account as it is now.
     *
     * @param draft what is going to be put over it: of the address book and of what other features keep, which take a
     *     statement to read, only what it speaks of
     */
    Before before(CustomerEntity row, CustomerDraft draft) {
        Map<String, Object> values = values(row);
        if (draft.book().addresses() != null
                || draft.book().defaultBilling() != null
                || draft.book().defaultShipping() != null
                || !draft.extensions().isEmpty()) {
            customers.customer(Objects.requireNonNull(row.id)).ifPresent(customer -> further(values, customer));
        }
        return new Before(values, row.groupId);
    }

    /** The row was changed; {@code stored} is what it is now. A change of the group alone has its entry already. */
    void changed(Before before, CustomerEntity row, Customer stored) {
        Map<String, Object> after = values(row);
        if (before.values().containsKey("addresses")) {
            further(after, stored);
        }
        if (before.groupId() != row.groupId && before.values().equals(after)) {
            return;
        }
        boolean email = !Objects.equals(before.values().get("email"), after.get("email"));
        log.record(draft(email ? "email.changed" : "changed", stored).change(before.values(), after));
        events.tell(CustomerEvents.CHANGED, stored.id(), stored.websiteId());
    }

    /** The account is about to be in another group. */
    void groupChanged(CustomerEntity row, int groupId, String reason) {
        long id = Objects.requireNonNull(row.id);
        log.record(AuditDraft.of("customer.group.changed")
                .about("customer", id)
                .website(row.websiteId)
                .person(Person.customer(id))
                .named(row.email)
                .change(Map.of("group_id", row.groupId), Map.of("group_id", groupId))
                .detail("reason", reason));
        events.groupChanged(id, row.websiteId, row.groupId, groupId, reason);
    }

    /** A step of an account that is taken together with others. */
    void note(String step, HeldCustomer held) {
        log.record(draft(step, held));
    }

    /** The account is in another group, by somebody's choice. */
    void groupChanged(HeldCustomer held, int groupId) {
        log.record(draft("group.changed", held)
                .change(Map.of("group_id", held.groupId()), Map.of("group_id", groupId))
                .detail("reason", GroupChanges.MANUAL));
        events.groupChanged(held.id(), held.websiteId(), held.groupId(), groupId, GroupChanges.MANUAL);
    }

    /** Values of the account's attributes are others, shown by their codes. */
    void attributesChanged(HeldCustomer held, Map<String, ?> before, Map<String, ?> after) {
        log.record(draft("changed", held).change(before, after));
        events.tell(CustomerEvents.CHANGED, held.id(), held.websiteId());
    }

    private static AuditDraft draft(String step, HeldCustomer held) {
        return AuditDraft.of("customer." + step)
                .about("customer", held.id())
                .website(held.websiteId())
                .person(Person.customer(held.id()))
                .named(held.email());
    }

    /** The account has taken over another, or has given it up again; the entry of that is the merge's. */
    void merged(Customer before, Customer after) {
        events.tell(CustomerEvents.CHANGED, after.id(), after.websiteId());
        if (before.groupId() != after.groupId()) {
            events.groupChanged(after.id(), after.websiteId(), before.groupId(), after.groupId(), "merge");
        }
    }

    /** All of a group, in one store, are about to be in another: one entry, and an event for each of them. */
    void groupDeleted(int groupId, int storeId, int toGroupId) {
        int moved = events.groupDeleted(groupId, storeId, toGroupId);
        if (moved > 0) {
            log.record(AuditDraft.of("customer.group.changed")
                    .about("customer", "batch")
                    .change(Map.of("group_id", groupId), Map.of("group_id", toGroupId))
                    .detail("reason", "group_deleted")
                    .detail("store_id", storeId)
                    .detail("customers", moved));
        }
    }

    private static void further(Map<String, Object> values, Customer customer) {
        values.put("addresses", customer.addresses());
        values.put("extensions", customer.extensions());
    }

    private Map<String, Object> values(CustomerEntity row) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "website_id", row.websiteId);
        put(values, "store_id", row.storeId);
        put(values, "email", row.email);
        put(values, "prefix", row.prefix);
        put(values, "firstname", row.firstname);
        put(values, "middlename", row.middlename);
        put(values, "lastname", row.lastname);
        put(values, "suffix", row.suffix);
        put(values, "dob", row.dob);
        put(values, "gender", row.gender);
        put(values, "taxvat", row.taxvat);
        put(values, "disable_auto_group_change", row.disableAutoGroupChange);
        put(values, "external_id", row.externalId);
        AttributeSet set = AttributeSet.read(attributes.of(AttributeOwner.CUSTOMER), row.attributes);
        set.shown().forEach((code, value) -> put(values, code, value));
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
