package io.clientele.customer;

import io.clientele.shared.Fold;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes over customers from elsewhere, many at a time; each goes the way of one that is registered or changed. */
@ApplicationScoped
public class CustomerImport {

    /** Nobody waits at a screen for it, and a busy machine may need long; each statement has its own limit. */
    private static final int LIMIT_SECONDS = 600;

    private final CustomerRepository customers;
    private final RegistrationService registration;
    private final CustomerEntries entries;
    private final ProfileWriter profiles;
    private final AccountAudit audit;
    private final CustomerEvents events;
    private final MergedCustomerRepository merged;

    @Inject
    CustomerImport(
            CustomerRepository customers,
            RegistrationService registration,
            CustomerEntries entries,
            ProfileWriter profiles,
            AccountAudit audit,
            CustomerEvents events,
            MergedCustomerRepository merged) {
        this.customers = customers;
        this.registration = registration;
        this.entries = entries;
        this.profiles = profiles;
        this.audit = audit;
        this.events = events;
        this.merged = merged;
    }

    /** Those of the external ids that a customer of the website has. */
    public Set<String> known(int websiteId, Collection<String> externalIds) {
        return named(websiteId, externalIds).keySet();
    }

    /** The website's customers with one of the external ids, by that id. */
    public Map<String, Long> named(int websiteId, Collection<String> externalIds) {
        return customers.idsByExternalId(websiteId, externalIds);
    }

    /**
     * For those of the external ids that only accounts had which were merged into others: the accounts that stay. What names one is
     * refused, as {@link ExternalKeyService#put} does: see {@link CustomerRefusals#externalIdMerged}.
     */
    public Map<String, Long> merged(int websiteId, Collection<String> externalIds) {
        return merged.survivorsOf(websiteId, externalIds);
    }

    /**
     * Stores all of the customers or none, without passwords. A draft changes the customer with its external id, or
     * else the one with its e-mail address (whose external id becomes the draft's), and makes a new one otherwise. A
     * few hundred at a time are best: each holds the transaction's locks until the last is stored.
     *
     * @return how many are new
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken in one of them, or when two of them
     *     have the same external id or e-mail address
     */
    @Transactional
    @TransactionConfiguration(timeout = LIMIT_SECONDS)
    public int store(List<CustomerDraft> drafts) {
        Map<Integer, List<CustomerDraft>> byWebsite = drafts.stream()
                .collect(Collectors.groupingBy(
                        draft -> registration.view(draft).websiteId(), LinkedHashMap::new, Collectors.toList()));
        int created = byWebsite.entrySet().stream()
                .mapToInt(each -> store(each.getKey(), each.getValue()))
                .sum();
        audit.imported(created, drafts.size() - created);
        return created;
    }

    /**
     * The website's accounts with one of the e-mail addresses, by the address's key ({@link Fold}). They stay what they are
     * called until the transaction in hand ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, Long> accounts(int websiteId, Collection<String> emailKeys) {
        customers.lockSharing();
        return customers.idsByEmail(websiteId, emailKeys);
    }

    /**
     * Stores one customer of a batch, in the transaction in hand. The audit log is told by whoever has the batch.
     *
     * @param id the account to change; null for a new one
     * @return the account's id
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public long enter(@Nullable Long id, CustomerDraft draft) {
        Customer stored = id == null ? registration.enter(draft, null) : profiles.enter(id, draft);
        events.tell(id == null ? CustomerEvents.CREATED : CustomerEvents.CHANGED, stored.id(), stored.websiteId());
        // Otherwise every later write would look through all rows of the batch for changes.
        customers.flush();
        customers.getEntityManager().clear();
        return stored.id();
    }

    /**
     * Stores new accounts of a batch, in the transaction in hand. The audit log is told by whoever has the batch.
     *
     * @param drafts no two of which have the same e-mail address
     * @return their ids, in the order of the drafts
     * @throws io.clientele.shared.Refusal when something is missing, wrong or taken in one of them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> enterNew(List<CustomerDraft> drafts) {
        if (!entries.areOpen() || !drafts.stream().allMatch(entries.plain())) {
            return drafts.stream().map(draft -> enter(null, draft)).toList();
        }
        boolean manager = registration.isManager();
        List<CustomerEntries.Entry> all =
                drafts.stream().map(draft -> entries.prepare(draft, manager)).toList();
        entries.store(all);
        List<Long> ids = all.stream().map(CustomerEntries.Entry::id).toList();
        events.made(ids.stream().mapToLong(Long::longValue).toArray());
        return ids;
    }

    private int store(int websiteId, List<CustomerDraft> drafts) {
        Map<String, Long> byExternalId = customers.idsByExternalId(websiteId, keys(drafts, CustomerImport::externalId));
        customers.lockSharing();
        Map<String, Long> byEmail = customers.idsByEmail(websiteId, keys(drafts, CustomerImport::emailKey));
        Map<String, Long> survivors = merged(websiteId, keys(drafts, CustomerImport::externalId));
        int created = 0;
        for (CustomerDraft draft : drafts) {
            Long id = byExternalId.get(externalId(draft));
            Long survivor = survivors.get(externalId(draft));
            if (id == null && survivor != null) {
                throw CustomerRefusals.externalIdMerged(externalId(draft), survivor);
            }
            id = id == null ? byEmail.get(emailKey(draft)) : id;
            enter(id, draft);
            created += id == null ? 1 : 0;
        }
        return created;
    }

    private static Set<String> keys(List<CustomerDraft> drafts, Function<CustomerDraft, String> key) {
        return drafts.stream().map(key).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    }

    private static String externalId(CustomerDraft draft) {
        return draft.placement().externalId() == null
                ? ""
                : draft.placement().externalId().strip();
    }

    private static String emailKey(CustomerDraft draft) {
        return draft.person().email() == null
                ? ""
                : Fold.key(draft.person().email().strip());
    }
}
