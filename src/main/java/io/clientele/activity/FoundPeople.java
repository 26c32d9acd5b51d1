package io.clientele.activity;

import io.clientele.access.SharingScope;
import io.clientele.activity.PeopleRepository.Known;
import io.clientele.activity.PeopleRepository.KnownVisitor;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those whom the facts of a transaction name, as far as they were found. */
final class FoundPeople {

    private final SharingScope sharing;
    private final FactWebsites reach;
    private final Map<Long, Known> byId = new HashMap<>();
    private final Map<String, List<Known>> byExternalId = new HashMap<>();
    private final Map<String, List<Known>> byEmail = new HashMap<>();
    private final Map<Long, KnownVisitor> visitors = new HashMap<>();

    FoundPeople(SharingScope sharing, FactWebsites reach) {
        this.sharing = sharing;
        this.reach = reach;
    }

    void add(Known account) {
        byId.put(account.id(), account);
    }

    /** An account that was merged into another is that one, whatever it is named by. */
    void addMerged(long id, Known survivor) {
        byId.put(id, survivor);
    }

    void addNamed(String externalId, Known account) {
        byExternalId.computeIfAbsent(externalId, id -> new ArrayList<>()).add(account);
    }

    void addVerified(String emailKey, Known account) {
        byEmail.computeIfAbsent(emailKey, key -> new ArrayList<>()).add(account);
    }

    void add(KnownVisitor visitor) {
        visitors.put(visitor.id(), visitor);
    }

    /**
     * The account the person has; null for a guest.
     *
     * @throws io.clientele.shared.Refusal when an account is named that there is not, or that does not count on the website
     */
    @Nullable
    Long customer(Person person) {
        Known account = person.customerId() == null ? null : byId(person, person.customerId());
        if (person.externalId() != null) {
            Known other = byExternalId(person, person.externalId());
            if (account != null && account.id() != other.id()) {
                throw Refusals.invalidValue("customer_external_id", person.externalId());
            }
            account = other;
        }
        if (person.isGuest() && person.email() != null) {
            account = byEmail.getOrDefault(Fold.key(person.email()), List.of()).stream()
                    .filter(each -> counts(each, person.websiteId()))
                    .findFirst()
                    .orElse(null);
        }
        return account == null ? null : account.id();
    }

    /**
     * Whose a fact of the person is. A visitor's is the customer's that the visitor has become, where that account counts.
     *
     * @throws io.clientele.shared.Refusal as {@link #customer}, and when there is no such visitor, or it is somebody else
     *     than the customer that is named
     */
    Owner owner(Person person) {
        Long customer = customer(person);
        Owner visitor = person.visitorId() == null ? Owner.NOBODY : visitor(person, person.visitorId());
        if (customer == null) {
            return visitor;
        }
        if (!visitor.isNobody() && !customer.equals(visitor.customerId())) {
            throw Refusals.invalidValue("visitor_id", String.valueOf(person.visitorId()));
        }
        return Owner.customer(customer);
    }

    private Owner visitor(Person person, long id) {
        KnownVisitor visitor = knownVisitor(id);
        Known account = visitor.customerId() == null ? null : byId.get(visitor.customerId());
        return account != null && counts(account, person.websiteId())
                ? Owner.customer(account.id())
                : Owner.visitor(id);
    }

    private KnownVisitor knownVisitor(long id) {
        KnownVisitor visitor = visitors.get(id);
        if (visitor == null || !reach.sees(visitor.websiteId())) {
            throw Refusals.noSuchEntity("visitor_id", id);
        }
        return visitor;
    }

    /**
     * The website the person belongs to, by the visitor or by the account.
     *
     * @throws io.clientele.shared.Refusal when there is no such person for the caller
     */
    int websiteOf(@Nullable Long customerId, @Nullable Long visitorId) {
        return customerId == null && visitorId != null
                ? knownVisitor(visitorId).websiteId()
                : account(customerId == null ? 0 : customerId).websiteId();
    }

    /**
     * The customer, of one of the caller's websites.
     *
     * @throws io.clientele.shared.Refusal when there is none
     */
    Known account(long id) {
        Known account = byId.get(id);
        if (account == null || !sees(id)) {
            throw Refusals.noSuchEntity("customer_id", id);
        }
        return account;
    }

    /** Whether it is a customer of one of the caller's websites. */
    boolean sees(long id) {
        Known account = byId.get(id);
        return account != null && reach.sees(account.websiteId());
    }

    private Known byId(Person person, long id) {
        Known account = byId.get(id);
        if (account == null || !counts(account, person.websiteId())) {
            throw Refusals.noSuchEntity("customer_id", id);
        }
        return account;
    }

    /** The website's own customer first: with shared accounts another website may have the same id. */
    private Known byExternalId(Person person, String id) {
        List<Known> all = byExternalId.getOrDefault(id, List.of()).stream()
                .filter(each -> counts(each, person.websiteId()))
                .toList();
        return all.stream()
                .filter(each -> each.websiteId() == person.websiteId() || all.size() == 1)
                .findFirst()
                .orElseThrow(() -> Refusals.noSuchEntity("customer_external_id", id));
    }

    private boolean counts(Known account, int websiteId) {
        return sharing.includes(account.websiteId(), websiteId);
    }
}
