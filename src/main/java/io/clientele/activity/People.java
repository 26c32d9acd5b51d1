package io.clientele.activity;

import io.clientele.access.SharingScope;
import io.clientele.activity.PeopleRepository.Known;
import io.clientele.activity.PeopleRepository.KnownVisitor;
import io.clientele.customer.EmailAddress;
import io.clientele.shared.Fold;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds those whom facts name. An account counts on its own website, or on all while accounts are shared. By an e-mail
 * address only an account is found whose owner has shown to read its mail.
 */
@ApplicationScoped
class People {

    private final PeopleRepository repository;
    private final FactWebsites reach;
    private final SharingScope sharing;
    private final Stores stores;

    @Inject
    People(PeopleRepository repository, FactWebsites reach, SharingScope sharing, Stores stores) {
        this.repository = repository;
        this.reach = reach;
        this.sharing = sharing;
        this.stores = stores;
    }

    /** The person of a fact, with what is wrong with the names by themselves. */
    static Person named(
            FactFields fields,
            int websiteId,
            @Nullable Long customerId,
            @Nullable String externalId,
            @Nullable String email,
            @Nullable Long visitorId) {
        String address = fields.textIfAny("customer_email", email, FactFields.LONGEST_TEXT);
        if (address != null && !EmailAddress.isValid(address)) {
            fields.wrong("customer_email", address);
        }
        return new Person(
                websiteId,
                customerId,
                fields.textIfAny("customer_external_id", externalId, FactFields.LONGEST_TEXT),
                address,
                visitorId);
    }

    /** The websites on which the customer's account counts. */
    List<Integer> websitesOf(long customerId) {
        return repository.byId(List.of(customerId)).stream()
                .flatMap(account -> websites().filter(website -> sharing.includes(account.websiteId(), website)))
                .toList();
    }

    private Stream<Integer> websites() {
        return stores.websites().stream().map(Website::id).filter(id -> id != Website.ADMIN);
    }

    /**
     * Looks for all of them at once. Those that are found, and accounts whose address is not verified, stay what they are until
     * the transaction ends: who makes them something else waits for the facts and then finds them.
     */
    FoundPeople find(Collection<Person> people) {
        FoundPeople found = new FoundPeople(sharing, reach);
        byExternalId(people, found);
        byEmail(people, found);
        List<Long> visitorIds = values(people, Person::visitorId);
        // Accounts are locked before visitors, as whoever merges accounts or deletes them does.
        List<Long> ids = Stream.concat(
                        values(people, Person::customerId).stream(), repository.customersOf(visitorIds).stream())
                .distinct()
                .toList();
        byId(ids, found);
        List<KnownVisitor> visitors = visitorIds.isEmpty() ? List.of() : repository.holdVisitors(visitorIds);
        visitors.forEach(found::add);
        byId(
                visitors.stream()
                        .map(KnownVisitor::customerId)
                        .filter(Objects::nonNull)
                        .filter(id -> !ids.contains(id))
                        .distinct()
                        .toList(),
                found);
        return found;
    }

    private void byId(List<Long> ids, FoundPeople found) {
        if (ids.isEmpty()) {
            return;
        }
        Set<Long> missing = new HashSet<>(ids);
        hold(missing, found);
        if (!missing.isEmpty()) {
            repository.mergedById(missing).forEach((id, survivor) -> {
                found.addMerged(id, survivor);
                missing.remove(id);
            });
        }
        if (!missing.isEmpty()) {
            // Somebody may have undone a merge between the two.
            hold(missing, found);
        }
    }

    private void hold(Set<Long> ids, FoundPeople found) {
        repository.byId(List.copyOf(ids)).forEach(account -> {
            found.add(account);
            ids.remove(account.id());
        });
    }

    private void byExternalId(Collection<Person> people, FoundPeople found) {
        List<String> externalIds = values(people, Person::externalId);
        if (externalIds.isEmpty()) {
            return;
        }
        List<Integer> named = people.stream().map(Person::websiteId).distinct().toList();
        List<Integer> within = websites()
                .filter(account -> named.stream().anyMatch(each -> sharing.includes(account, each)))
                .toList();
        Set<String> missing = new HashSet<>(externalIds);
        repository.byExternalId(within, externalIds).forEach(account -> {
            String externalId = String.valueOf(account.externalId());
            found.addNamed(externalId, account);
            missing.remove(externalId);
        });
        if (!missing.isEmpty()) {
            repository.mergedByExternalId(within, missing).forEach(found::addNamed);
        }
    }

    /** An address beside somebody who is named has no say. */
    private void byEmail(Collection<Person> people, FoundPeople found) {
        List<String> keys =
                values(people, each -> each.isGuest() && each.email() != null ? Fold.key(each.email()) : null);
        if (keys.isEmpty()) {
            return;
        }
        List<Known> accounts = repository.byEmail(keys);
        List<Long> unverified = accounts.stream()
                .filter(each -> !each.verified())
                .map(Known::id)
                .toList();
        if (!unverified.isEmpty()) {
            repository.hold(unverified);
            accounts = repository.byEmail(keys);
        }
        accounts.stream().filter(Known::verified).forEach(each -> found.addVerified(each.emailKey(), each));
        Set<String> missing = new HashSet<>(keys);
        accounts.forEach(each -> missing.remove(each.emailKey()));
        if (!missing.isEmpty()) {
            repository.mergedByEmail(missing).forEach(found::addVerified);
        }
    }

    private static <K> List<K> values(Collection<Person> people, Function<Person, @Nullable K> value) {
        return people.stream().map(value).filter(Objects::nonNull).distinct().collect(Collectors.toList());
    }
}
