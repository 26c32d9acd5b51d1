package io.clientele.transfer;

import io.clientele.access.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Takes over, or only checks, some rows in the transaction in hand. */
@ApplicationScoped
class ImportParts {

    private final Targets targets;
    private final CustomerGroupImport customers;
    private final AddressGroupImport addresses;
    private final Credentials credentials;

    @Inject
    ImportParts(Targets targets, CustomerGroupImport customers, AddressGroupImport addresses, Credentials credentials) {
        this.targets = targets;
        this.customers = customers;
        this.addresses = addresses;
        this.credentials = credentials;
    }

    /**
     * What becomes of the rows. Bad ones are refused, one error each; the others are done.
     *
     * @param refused lines that were refused before, which are passed over
     * @param write whether it is to be done, and not only looked at
     * @throws io.clientele.shared.Refusal when something is refused that nobody could see beforehand: nothing is done then
     */
    ImportPart take(Import run, List<RowGroup> groups, Set<Long> refused, boolean write) {
        ImportPart part = new ImportPart();
        TransferKind kind = run.how().kind();
        List<RowGroup> open = groups.stream()
                .map(group -> open(kind, group, refused))
                .filter(group -> group.size() > 0)
                .toList();
        for (Target target : targets.of(kind, open, part)) {
            if (kind == TransferKind.CUSTOMER_ADDRESS) {
                takeAddresses(run, target, part, write);
            } else {
                customers.take(run, target, part, write);
            }
        }
        customers.enter(part);
        if (write && !part.brought().isEmpty()) {
            credentials.bring(part.brought());
        }
        return part;
    }

    private void takeAddresses(Import run, Target target, ImportPart part, boolean write) {
        if (target.customerId() == null) {
            TransferKind kind = run.how().kind();
            for (FileRow row : target.group().rows()) {
                part.refuse(
                        row,
                        new BadCell(kind.email(), TransferRefusals.noSuchCustomer(target.email(), target.website())));
            }
            return;
        }
        List<AddressGroupImport.Step> steps = addresses.steps(run, target, part);
        if (write) {
            addresses.carryOut(target, steps, part);
        }
    }

    /** The rows that are still to be looked at; with a customer's own row all of its addresses are refused. */
    private static RowGroup open(TransferKind kind, RowGroup group, Set<Long> refused) {
        if (kind != TransferKind.CUSTOMER_ADDRESS
                && refused.contains(group.first().line())) {
            return new RowGroup(List.of());
        }
        return group.without(refused);
    }
}
