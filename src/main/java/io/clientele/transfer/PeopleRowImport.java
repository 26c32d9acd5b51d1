package io.clientele.transfer;

import io.clientele.access.Credentials;
import io.clientele.address.Address;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes over customers, their addresses, or both. */
@ApplicationScoped
class PeopleRowImport implements RowImport {

    private static final String CUSTOMERS = "customers";
    private static final String ADDRESSES = "addresses";

    private final Targets targets;
    private final CustomerGroupImport customers;
    private final AddressGroupImport addresses;
    private final Credentials credentials;
    private final DigestRepository digests;
    private final TargetRepository repository;
    private final Groups groups;
    private final Stores stores;

    @Inject
    PeopleRowImport(
            Targets targets,
            CustomerGroupImport customers,
            AddressGroupImport addresses,
            Credentials credentials,
            DigestRepository digests,
            TargetRepository repository,
            Groups groups,
            Stores stores) {
        this.targets = targets;
        this.customers = customers;
        this.addresses = addresses;
        this.credentials = credentials;
        this.digests = digests;
        this.repository = repository;
        this.groups = groups;
        this.stores = stores;
    }

    @Override
    public boolean takes(TransferKind kind) {
        return kind.isOfPeople();
    }

    @Override
    public void take(ImportDraft how, List<RowGroup> rows, ImportPart part, boolean write) {
        List<Target> found = targets.of(how, rows, part);
        Map<Long, String> before = write ? digests.of(how.kind(), ids(how.kind(), found)) : Map.of();
        for (Target target : found) {
            if (how.kind() == TransferKind.CUSTOMER_ADDRESS) {
                takeAddresses(how, target, part, write);
            } else {
                customers.take(how, target, part, write);
            }
        }
        customers.enter(part);
        if (write) {
            digests.of(how.kind(), part.updatedIds())
                    .forEach((id, after) -> part.count(0, 0, after.equals(before.get(id)) ? 1 : 0));
        }
        if (write && !part.brought().isEmpty()) {
            credentials.bring(part.brought());
        }
    }

    /** Of those that rows may change. */
    private static Collection<Long> ids(TransferKind kind, List<Target> found) {
        return kind == TransferKind.CUSTOMER_ADDRESS
                ? found.stream()
                        .flatMap(target -> target.book().stream())
                        .map(Address::id)
                        .toList()
                : found.stream()
                        .map(Target::customerId)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private void takeAddresses(ImportDraft how, Target target, ImportPart part, boolean write) {
        if (target.customerId() != null) {
            List<AddressGroupImport.Step> steps = addresses.steps(how, target, part);
            if (write) {
                addresses.carryOut(target, steps, part);
            }
            return;
        }
        boolean comes = !write && part.announced().hasCustomer(target.websiteId(), target.email());
        for (FileRow row : target.group().rows()) {
            try {
                if (!comes) {
                    throw new BadCell(
                            how.kind().email(), TransferRefusals.noSuchCustomer(target.email(), target.website()));
                }
                var _ = addresses.fresh(how, row, target.websiteId());
            } catch (BadCell bad) {
                part.refuse(row, bad);
            }
        }
    }

    @Override
    public void count(ImportDraft how, List<RowGroup> rows, Tally tally) {
        // Whoever cannot be found is named all the same.
        ImportPart unfound = new ImportPart(Announced.nothing());
        List<Target> found = targets.of(how, rows, unfound);
        Map<Long, TargetRepository.Place> places = repository.places(
                found.stream().map(Target::customerId).filter(Objects::nonNull).toList());
        for (RowGroup group : rows) {
            Optional<Target> target = found.stream()
                    .filter(each -> each.group().first().line() == group.first().line())
                    .findFirst();
            if (how.kind() != TransferKind.CUSTOMER_ADDRESS) {
                countCustomer(how, group, target, places, tally);
            }
            if (how.kind() != TransferKind.CUSTOMER) {
                countAddresses(how, group, target, tally);
            }
        }
    }

    private void countCustomer(
            ImportDraft how,
            RowGroup group,
            Optional<Target> target,
            Map<Long, TargetRepository.Place> places,
            Tally tally) {
        String said = groupSaid(how, group);
        tally.named(CUSTOMERS, website(how, group), said);
        target.map(Target::customerId)
                .map(places::get)
                .ifPresent(place -> tally.found(
                        CUSTOMERS,
                        stores.website(place.websiteId()).code(),
                        said.isEmpty()
                                ? said
                                : groups.find(place.groupId()).map(Group::code).orElse("")));
    }

    /** The group as the row has it, in the words of here as far as they are known. */
    private String groupSaid(ImportDraft how, RowGroup group) {
        Cells own = new Cells(group.first(), "", how.emptyValue());
        Translation translation = how.translation();
        String id = group.first().text(CustomerColumns.GROUP);
        try {
            String code = CustomerCells.groupCode(own, translation);
            if (code != null) {
                return groups.byCode(code).map(Group::code).orElse(code);
            }
            return id.matches("\\d{1,9}")
                    ? groups.find(Integer.parseInt(id)).map(Group::code).orElse(id)
                    : id;
        } catch (BadCell unknown) {
            return id;
        }
    }

    private void countAddresses(ImportDraft how, RowGroup group, Optional<Target> target, Tally tally) {
        Stream<FileRow> rows = how.kind() == TransferKind.CUSTOMER_ADDRESS
                ? group.rows().stream()
                : CustomerGroupImport.withAddress(how, group).rows().stream();
        List<Address> book = new ArrayList<>(target.map(Target::book).orElse(List.of()));
        rows.forEach(row -> {
            tally.named(ADDRESSES, website(how, group), "");
            if (target.isPresent()
                    && row.fault() == null
                    && addresses.takeKnown(how, row, target.get().websiteId(), book)) {
                tally.found(ADDRESSES, stores.website(target.get().websiteId()).code(), "");
            }
        });
    }

    private static String website(ImportDraft how, RowGroup group) {
        return how.translation().website(group.first().text(how.kind().website()));
    }
}
