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
    List<Target> of(TransferKind kind, List<RowGroup> groups, ImportPart part) {
        List<Target> named = new ArrayList<>();
        for (RowGroup group : groups) {
            try {
                named.add(named(kind, group));
            } catch (BadCell bad) {
                if (kind == TransferKind.CUSTOMER_ADDRESS) {
                    group.rows().forEach(row -> part.refuse(row, bad));
                } else {
                    part.refuse(group, bad);
                }
            }
        }
        return found(kind, named);
    }

    private Target named(TransferKind kind, RowGroup group) {
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
        int websiteId = stores.websites().stream()
                .filter(website ->
                        website.id() != Website.ADMIN && website.code().equals(code))
                .map(Website::id)
                .filter(id -> caller.get().maySee(id))
                .findFirst()
                .orElseThrow(() -> new BadCell(kind.website(), TransferRefusals.invalid(kind.website(), code)));
        return new Target(group, websiteId, code, first.text(kind.email()), null, List.of());
    }

    private List<Target> found(TransferKind kind, List<Target> named) {
        Map<Integer, Map<String, Long>> accounts = new HashMap<>();
        named.stream()
                .collect(Collectors.groupingBy(
                        Target::websiteId, Collectors.mapping(target -> Fold.key(target.email()), Collectors.toSet())))
                .forEach((website, emails) -> accounts.put(website, customers.accounts(website, emails)));
        long[] ids = accounts.values().stream()
                .flatMap(each -> each.values().stream())
                .distinct()
                .mapToLong(Long::longValue)
                .toArray();
        Map<Long, Integer> websites = ids.length == 0 ? Map.of() : repository.websites(ids);
        Map<Long, List<Address>> books = ids.length == 0 || kind == TransferKind.CUSTOMER
                ? Map.of()
                : addresses.ofCustomers(ids).stream().collect(Collectors.groupingBy(Address::customerId));
        return named.stream()
                .map(target -> found(
                        target,
                        accounts.getOrDefault(target.websiteId(), Map.of()).get(Fold.key(target.email())),
                        websites,
                        books))
                .toList();
    }

    private static Target found(
            Target target, @Nullable Long id, Map<Long, Integer> websites, Map<Long, List<Address>> books) {
        return id == null
                ? target
                : new Target(
                        target.group(),
                        // A shared account may be another website's.
                        websites.getOrDefault(id, target.websiteId()),
                        target.website(),
                        target.email(),
                        id,
                        books.getOrDefault(id, List.of()));
    }
}
