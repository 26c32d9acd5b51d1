package io.clientele.transfer;

import io.clientele.address.Address;
import io.clientele.address.AddressService;
import io.clientele.customer.CustomerImport;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out whom rows are about: a few statements for all rows of a part. */
@ApplicationScoped
class Targets {

    private final CustomerImport customers;
    private final TargetRepository repository;
    private final AddressService addresses;
    private final Stores stores;
    private final CurrentCaller caller;

    @Inject
    Targets(
            CustomerImport customers,
            TargetRepository repository,
            AddressService addresses,
            Stores stores,
            CurrentCaller caller) {
        this.customers = customers;
        this.repository = repository;
        this.addresses = addresses;
        this.stores = stores;
        this.caller = caller;
    }

    /** Who it is; rows that do not say so are refused. */
    List<Target> of(ImportDraft how, List<RowGroup> groups, ImportPart part) {
        TransferKind kind = how.kind();
        List<Target> named = new ArrayList<>();
        for (RowGroup group : groups) {
            try {
                named.add(named(how, group));
            } catch (BadCell bad) {
                if (kind == TransferKind.CUSTOMER_ADDRESS) {
                    group.rows().forEach(row -> part.refuse(row, bad));
                } else {
                    part.refuse(group, bad);
                }
            }
        }
        return found(how, named);
    }

    private Target named(ImportDraft how, RowGroup group) {
        TransferKind kind = how.kind();
        FileRow first = group.first();
        if (first.fault() != null) {
            throw first.fault();
        }
        for (String column : List.of(kind.email(), kind.website())) {
            if (first.text(column).isEmpty()) {
                throw new BadCell(column, TransferRefusals.required(column));
            }
        }
        String code = first.text(kind.website());
        int websiteId = stores.websiteByCode(how.translation().website(code))
                .map(Website::id)
                .filter(id -> caller.get().maySee(id))
                .orElseThrow(() -> new BadCell(kind.website(), TransferRefusals.invalid(kind.website(), code)));
        return new Target(group, websiteId, code, first.text(kind.email()), null, false, false, null, List.of());
    }

    private List<Target> found(ImportDraft how, List<Target> named) {
        Map<Integer, Map<String, Long>> accounts = accounts(named);
        Map<Integer, Map<String, Long>> keyed = keyed(how, named);
        Map<Integer, Map<String, Long>> survivors = survivors(how, named, keyed);
        long[] ids = Stream.of(accounts, keyed)
                .flatMap(each -> each.values().stream())
                .flatMap(each -> each.values().stream())
                .distinct()
                .mapToLong(Long::longValue)
                .toArray();
        Map<Long, Integer> websites = ids.length == 0 ? Map.of() : repository.websites(ids);
        Map<Long, List<Address>> books = ids.length == 0 || how.kind() == TransferKind.CUSTOMER
                ? Map.of()
                : addresses.ofCustomers(ids).stream().collect(Collectors.groupingBy(Address::customerId));
        return named.stream()
                .map(target -> found(
                        target,
                        accounts.getOrDefault(target.websiteId(), Map.of()).get(Fold.key(target.email())),
                        keyed.getOrDefault(target.websiteId(), Map.of()).get(key(how, target)),
                        survivors.getOrDefault(target.websiteId(), Map.of()).get(key(how, target)),
                        websites,
                        books))
                .toList();
    }

    private Map<Integer, Map<String, Long>> accounts(List<Target> named) {
        Map<Integer, Map<String, Long>> accounts = new HashMap<>();
        named.stream()
                .collect(Collectors.groupingBy(
                        Target::websiteId, Collectors.mapping(target -> Fold.key(target.email()), Collectors.toSet())))
                .forEach((website, emails) -> accounts.put(website, customers.accounts(website, emails)));
        return accounts;
    }

    /** By the keys that others know them by, where the rows have such. */
    private Map<Integer, Map<String, Long>> keyed(ImportDraft how, List<Target> named) {
        Map<Integer, Map<String, Long>> keyed = new HashMap<>();
        named.stream()
                .filter(target -> !key(how, target).isEmpty())
                .collect(Collectors.groupingBy(
                        Target::websiteId, Collectors.mapping(target -> key(how, target), Collectors.toSet())))
                .forEach((website, keys) -> keyed.put(website, customers.named(website, keys)));
        return keyed;
    }

    /** By keys that nobody has any more: those accounts are part of others. */
    private Map<Integer, Map<String, Long>> survivors(
            ImportDraft how, List<Target> named, Map<Integer, Map<String, Long>> keyed) {
        Map<Integer, Map<String, Long>> survivors = new HashMap<>();
        named.stream()
                .filter(target -> !key(how, target).isEmpty()
                        && !keyed.getOrDefault(target.websiteId(), Map.of()).containsKey(key(how, target)))
                .collect(Collectors.groupingBy(
                        Target::websiteId, Collectors.mapping(target -> key(how, target), Collectors.toSet())))
                .forEach((website, keys) -> survivors.put(website, customers.merged(website, keys)));
        return survivors;
    }

    /** Rows of addresses alone do not say such keys of their customers. */
    private static String key(ImportDraft how, Target target) {
        String key = how.kind() == TransferKind.CUSTOMER_ADDRESS
                ? null
                : CustomerCells.externalId(new Cells(target.group().first(), "", how.emptyValue()), how);
        return key == null ? "" : key;
    }

    private static Target found(
            Target target,
            @Nullable Long byEmail,
            @Nullable Long byKey,
            @Nullable Long survivor,
            Map<Long, Integer> websites,
            Map<Long, List<Address>> books) {
        Long id = byKey == null ? byEmail : byKey;
        return id == null && survivor == null
                ? target
                : new Target(
                        target.group(),
                        // A shared account may be another website's.
                        id == null ? target.websiteId() : websites.getOrDefault(id, target.websiteId()),
                        target.website(),
                        target.email(),
                        id,
                        byKey != null && !byKey.equals(byEmail),
                        byKey != null && byEmail != null && !byKey.equals(byEmail),
                        survivor,
                        id == null ? List.of() : books.getOrDefault(id, List.of()));
    }
}
