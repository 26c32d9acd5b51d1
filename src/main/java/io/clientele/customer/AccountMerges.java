package io.clientele.customer;

import io.clientele.access.SharingScope;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.address.AddressService;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.HeldFiles;
import io.clientele.customer.MergedField.Side;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part of a merge that is about the accounts themselves, in the transaction in hand. */
@ApplicationScoped
public class AccountMerges {

    private final CustomerRepository customers;
    private final CustomerBatches batches;
    private final MergedCustomerRepository rows;
    private final MergedCustomers merged;
    private final SharedEmailRepository emails;
    private final AccountSharing sharing;
    private final SharingScope scope;
    private final AddressService addresses;
    private final Attributes attributes;
    private final HeldFiles files;
    private final Restrictions restrictions;
    private final Tokens tokens;
    private final AccountAudit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    @Inject
    AccountMerges(
            CustomerRepository customers,
            CustomerBatches batches,
            MergedCustomerRepository rows,
            MergedCustomers merged,
            SharedEmailRepository emails,
            AccountSharing sharing,
            SharingScope scope,
            AddressService addresses,
            Attributes attributes,
            HeldFiles files,
            Restrictions restrictions,
            Tokens tokens,
            AccountAudit audit,
            CurrentCaller caller,
            Clock clock) {
        this.customers = customers;
        this.batches = batches;
        this.rows = rows;
        this.merged = merged;
        this.emails = emails;
        this.sharing = sharing;
        this.scope = scope;
        this.addresses = addresses;
        this.attributes = attributes;
        this.files = files;
        this.restrictions = restrictions;
        this.tokens = tokens;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Two accounts that nobody else changes until the transaction ends. */
    public record Pair(Customer stays, Customer goes) {}

    /**
     * Both accounts, locked in the order of their ids, whichever of them stays.
     *
     * @throws io.clientele.shared.Refusal when one is not there, not the caller's to see or merged already, or when they can
     *     not be one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Pair hold(long stays, long goes) {
        caller.demandNobodyActsFor();
        if (stays == goes) {
            throw CustomerRefusals.mergedWithItself();
        }
        List<Long> held = batches.hold(List.of(stays, goes)).stream()
                .map(HeldCustomer::id)
                .toList();
        Stream.of(stays, goes).filter(id -> !held.contains(id)).findFirst().ifPresent(this::refuseMissing);
        Stream.of(stays, goes).sorted().forEach(addresses::hold);
        Pair pair = new Pair(customer(stays), customer(goes));
        if (!scope.includes(pair.goes().websiteId(), pair.stays().websiteId())) {
            throw CustomerRefusals.mergedAcrossWebsites();
        }
        if (restrictions.isAnyRestricted(stays, goes)) {
            throw CustomerRefusals.mergedWhileRestricted();
        }
        return pair;
    }

    private void refuseMissing(long id) {
        Customer survivor = merged.survivor(id)
                .filter(found -> caller.get().maySee(found.websiteId()))
                .orElseThrow(() -> CustomerRefusals.missing(id));
        throw CustomerRefusals.mergedAlready(id, survivor.id());
    }

    private Customer customer(long id) {
        return customers.customer(id).orElseThrow(() -> CustomerRefusals.missing(id));
    }

    /**
     * What each field of the account that stays becomes.
     *
     * @throws io.clientele.shared.Refusal when there is no field that the caller has chosen for
     */
    public List<MergedField> decide(Pair pair, Map<String, Side> choices) {
        return fields(pair).decided(choices);
    }

    private MergeFields fields(Pair pair) {
        return new MergeFields(rows.row(pair.stays().id()), rows.row(pair.goes().id()), custom());
    }

    private List<Attribute> custom() {
        return attributes.custom(AttributeOwner.CUSTOMER);
    }

    /**
     * Lets the account that stays take over the fields decided for, and ends the other's sessions. What else belongs to that
     * one can be moved then.
     *
     * @param until how long files are held that nobody owns any more
     * @throws io.clientele.shared.Refusal when a value is somebody else's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public MergedAccount takeOver(Pair pair, List<MergedField> decided, Instant until) {
        long stays = pair.stays().id();
        long goes = pair.goes().id();
        MergeFields fields = fields(pair);
        List<Attribute> taken = fields.takenAttributes(decided);
        List<String> columns = fields.taken(decided);
        List<String> keys = taken.stream().map(Attribute::key).toList();
        String before = rows.row(stays);
        String gone = rows.row(goes);
        rows.vacate(goes);
        rows.take(stays, gone, columns, keys, clock.instant());
        Customer after = customer(stays);
        if (!after.email().equals(pair.stays().email())) {
            share(after);
            tokens.revokeAll(Subject.customer(stays));
        }
        List<String> paths = MergeFields.files(gone, taken);
        List<String> replaced = MergeFields.files(before, taken);
        files.handOver(goes, stays, paths, until);
        files.hold(stays, replaced, until);
        tokens.revokeAll(Subject.customer(goes));
        audit.merged(pair.stays(), after);
        return new MergedAccount(gone, before, rows.row(stays), columns, keys, paths, replaced);
    }

    /** Removes the account that goes, with all that was not moved; from then on its id stands for the other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Pair pair) {
        Customer goes = pair.goes();
        MergedNames names = new MergedNames(
                goes.websiteId(), goes.externalId(), goes.emailVerifiedAt() == null ? null : Fold.key(goes.email()));
        rows.redirect(goes.id(), pair.stays().id(), names, clock.instant());
    }

    /** Takes the account's address for it everywhere, while accounts are shared. */
    private void share(Customer account) {
        if (!sharing.isStoredPerWebsite()) {
            emails.share(account.id(), Fold.key(account.email()), false);
        }
    }
}
