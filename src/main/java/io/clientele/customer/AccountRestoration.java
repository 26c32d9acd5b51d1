package io.clientele.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.address.Address;
import io.clientele.address.AddressService;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.HeldFiles;
import io.clientele.group.Groups;
import io.clientele.shared.Fold;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings back an account that was merged into another, and gives that one the values again that it had, where nobody has
 * changed them since. Both are changed now, so that whoever asks for what has changed hears of it.
 */
@ApplicationScoped
public class AccountRestoration {

    private final CustomerRepository customers;
    private final CustomerBatches batches;
    private final MergedCustomerRepository rows;
    private final SharedEmailRepository emails;
    private final AccountSharing sharing;
    private final AddressService addresses;
    private final Attributes attributes;
    private final HeldFiles files;
    private final Groups groups;
    private final Stores stores;
    private final Tokens tokens;
    private final AccountAudit audit;
    private final Clock clock;

    @Inject
    AccountRestoration(
            CustomerRepository customers,
            CustomerBatches batches,
            MergedCustomerRepository rows,
            SharedEmailRepository emails,
            AccountSharing sharing,
            AddressService addresses,
            Attributes attributes,
            HeldFiles files,
            Groups groups,
            Stores stores,
            Tokens tokens,
            AccountAudit audit,
            Clock clock) {
        this.customers = customers;
        this.batches = batches;
        this.rows = rows;
        this.emails = emails;
        this.sharing = sharing;
        this.addresses = addresses;
        this.attributes = attributes;
        this.files = files;
        this.groups = groups;
        this.stores = stores;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What became of the fields.
     *
     * @param changed fields of the account that stays that were changed since, and stay so
     * @param gone fields that refer to something that is no more, or that somebody else has now
     */
    public record Restored(Customer stays, List<String> changed, List<String> gone) {}

    /**
     * Lets nobody else change the account until the transaction ends.
     *
     * @return whether it is there, and the caller's to see
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(long stays) {
        boolean there = !batches.hold(List.of(stays)).isEmpty();
        if (there) {
            addresses.hold(stays);
        }
        return there;
    }

    /**
     * Brings the account back, without what belongs to it.
     *
     * @throws io.clientele.shared.Refusal when somebody else has its address by now, or its website is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Restored restore(long stays, long goes, MergedAccount memory) {
        Customer before = customer(stays);
        List<String> changed = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        giveUp(stays, memory, changed, gone);
        ObjectNode row = MergeFields.read(memory.gone());
        fit(row, gone);
        List<String> columns = new ArrayList<>();
        row.fieldNames().forEachRemaining(columns::add);
        rows.removeRedirect(goes);
        rows.insert(row.toString(), columns);
        Customer after = customer(stays);
        if (!after.email().equals(before.email())) {
            share(after);
            tokens.revokeAll(Subject.customer(stays));
        }
        share(customer(goes));
        audit.merged(before, after);
        return new Restored(after, changed, gone);
    }

    /** To be called when all other rows are back. Answers whether all files are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean giveFilesBack(long stays, long goes, MergedAccount memory) {
        List<Long> book = addresses.ofCustomers(new long[] {goes}).stream()
                .map(Address::id)
                .toList();
        return files.giveBack(goes, stays, memory.takenFiles(), book)
                == memory.takenFiles().size();
    }

    /** Takes back from the account that stays what it had taken over. */
    private void giveUp(long stays, MergedAccount memory, List<String> changed, List<String> gone) {
        ObjectNode now = MergeFields.read(rows.row(stays));
        ObjectNode before = MergeFields.read(memory.before());
        ObjectNode after = MergeFields.read(memory.after());
        List<String> back = new ArrayList<>();
        for (String field : MergeFields.fieldsOf(memory.columns())) {
            List<String> columns = MergeFields.columns(field);
            if (!columns.stream().allMatch(column -> Objects.equals(now.get(column), after.get(column)))) {
                changed.add(field);
            } else if (field.equals("group_id")
                    && groups.find(before.path(field).asInt()).isEmpty()) {
                gone.add(field);
            } else {
                back.addAll(columns);
            }
        }
        Set<String> keys = new LinkedHashSet<>();
        for (Attribute each : custom()) {
            if (memory.attributes().contains(each.key())) {
                boolean same = Objects.equals(value(now, each), value(after, each));
                var _ = same ? keys.add(each.key()) : changed.add(each.code());
            }
        }
        rows.take(stays, memory.before(), back, keys, clock.instant());
        List<Attribute> among =
                custom().stream().filter(each -> keys.contains(each.key())).toList();
        files.release(stays, MergeFields.files(memory.before(), among));
    }

    private static JsonNode value(ObjectNode row, Attribute attribute) {
        return row.path("attributes").path(attribute.key());
    }

    private List<Attribute> custom() {
        return attributes.custom(AttributeOwner.CUSTOMER);
    }

    /** Makes the row fit what has become of the things that it refers to. */
    private void fit(ObjectNode row, List<String> gone) {
        int website = row.path("website_id").asInt();
        if (stores.findWebsite(website).isEmpty()) {
            throw CustomerRefusals.websiteGone(website);
        }
        StoreView view = stores.viewOf(row.path("store_id").asInt(), website);
        if (view.id() != row.path("store_id").asInt()) {
            gone.add("store_id");
            row.put("store_id", view.id());
        }
        if (groups.find(row.path("group_id").asInt()).isEmpty()) {
            gone.add("group_id");
            row.put("group_id", groups.defaultGroupId(view));
        }
        if (row.hasNonNull("external_id")
                && rows.isTaken(website, row.path("external_id").asText())) {
            gone.add("external_id");
            row.putNull("external_id");
        }
        row.put("updated_at", clock.instant().toString());
        Set<String> known = custom().stream().map(Attribute::key).collect(Collectors.toSet());
        ((ObjectNode) row.path("attributes")).retain(known);
    }

    private Customer customer(long id) {
        return customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
    }

    private void share(Customer account) {
        if (!sharing.isStoredPerWebsite()) {
            emails.share(account.id(), Fold.key(account.email()), false);
        }
    }
}
