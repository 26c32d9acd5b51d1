package io.clientele.transfer;

import io.clientele.address.Address;
import io.clientele.address.AddressCheck;
import io.clientele.address.AddressDraft;
import io.clientele.address.AddressService;
import io.clientele.attribute.AttributeOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes addresses of customers there are into their books, or out of them. */
@ApplicationScoped
class AddressGroupImport {

    private static final String DELETE = "delete";

    private final AddressCells cells;
    private final AddressCheck check;
    private final AddressService addresses;
    private final FaultColumns columns;

    @Inject
    AddressGroupImport(AddressCells cells, AddressCheck check, AddressService addresses, FaultColumns columns) {
        this.cells = cells;
        this.check = check;
        this.addresses = addresses;
        this.columns = columns;
    }

    /**
     * A row that is understood.
     *
     * @param known the entry of the book that it is; null for a new one
     * @param draft null where that entry is to go
     */
    record Step(
            FileRow row, @Nullable Address known, @Nullable AddressDraft draft) {}

    /** What the rows do to the customer's book, without those that are refused. */
    List<Step> steps(ImportDraft how, Target target, ImportPart part) {
        List<Step> steps = new ArrayList<>();
        List<Address> book = new ArrayList<>(target.book());
        for (FileRow row : target.group().rows()) {
            try {
                Step step = step(how, target, row, book);
                // Two rows are never the same entry.
                book.removeIf(address ->
                        step.known() != null && address.id() == step.known().id());
                steps.add(step);
            } catch (BadCell bad) {
                part.refuse(row, bad);
            }
        }
        return steps;
    }

    private Step step(ImportDraft how, Target target, FileRow row, List<Address> book) {
        if (row.fault() != null) {
            throw row.fault();
        }
        boolean own = how.kind() == TransferKind.CUSTOMER_ADDRESS;
        Cells read = cells(how, row);
        Optional<Address> named = AddressCells.named(read, book, how);
        if (own && deletes(how, row)) {
            String id = row.text(AddressColumns.ID).isEmpty()
                    ? row.text(AddressColumns.EXTERNAL_ID)
                    : row.text(AddressColumns.ID);
            if (id.isEmpty()) {
                throw new BadCell(AddressColumns.ID, TransferRefusals.required(AddressColumns.ID));
            }
            return new Step(
                    row,
                    named.orElseThrow(() -> new BadCell(AddressColumns.ID, TransferRefusals.noSuchAddress(id))),
                    null);
        }
        Address known = named.orElse(null);
        AddressDraft draft = cells.draft(read, known, target.websiteId(), how);
        if (known == null) {
            known = AddressCells.alike(draft, book).orElse(null);
            draft = known == null ? draft : cells.draft(read, known, target.websiteId(), how);
        }
        demandSound(draft, target.websiteId(), read);
        return new Step(row, known, draft);
    }

    private static Cells cells(ImportDraft how, FileRow row) {
        return new Cells(
                row, how.kind() == TransferKind.CUSTOMER_ADDRESS ? "" : AddressColumns.PREFIX, how.emptyValue());
    }

    /** Whether the address that the row says is in the book, from which it is then taken: two rows are never the same entry. */
    boolean takeKnown(ImportDraft how, FileRow row, int websiteId, List<Address> book) {
        Cells read = cells(how, row);
        try {
            return AddressCells.named(read, book, how)
                    .or(() -> AddressCells.alike(cells.draft(read, null, websiteId, how), book))
                    .map(book::remove)
                    .isPresent();
        } catch (BadCell bad) {
            return false;
        }
    }

    /** The same for the address in a row of a new customer. */
    AddressDraft fresh(ImportDraft how, FileRow row, int websiteId) {
        if (row.fault() != null) {
            throw row.fault();
        }
        Cells read = cells(how, row);
        AddressDraft draft = cells.draft(read, null, websiteId, how);
        demandSound(draft, websiteId, read);
        return draft;
    }

    private void demandSound(AddressDraft draft, int websiteId, Cells read) {
        check.fault(draft, websiteId).ifPresent(refusal -> {
            throw columns.bad(AttributeOwner.CUSTOMER_ADDRESS, read.prefix(), refusal);
        });
    }

    private static boolean deletes(ImportDraft how, FileRow row) {
        return how.behavior() == ImportBehavior.DELETE
                || (how.behavior() == ImportBehavior.CUSTOM
                        && row.text(CustomerColumns.ACTION).equalsIgnoreCase(DELETE));
    }

    /** Does the steps, and tells the part of each. */
    void carryOut(Target target, List<Step> steps, ImportPart part) {
        for (Step step : steps) {
            if (step.draft() == null) {
                addresses.delete(Objects.requireNonNull(step.known()).id());
                part.deleted();
            } else if (step.known() == null) {
                write(target, step);
                part.created();
            } else {
                write(target, step);
                part.updated(step.known().id());
            }
        }
    }

    /** Makes the book what the rows say: what they do not name goes. */
    void replace(Target target, List<Step> steps) {
        List<Long> kept = steps.stream()
                .map(Step::known)
                .filter(Objects::nonNull)
                .map(Address::id)
                .toList();
        target.book().stream().map(Address::id).filter(id -> !kept.contains(id)).forEach(addresses::delete);
        steps.forEach(step -> write(target, step));
    }

    /** Writes what a row says. */
    void write(Target target, Step step) {
        long customer = Objects.requireNonNull(target.customerId());
        AddressDraft draft = Objects.requireNonNull(step.draft());
        if (step.known() == null) {
            addresses.add(customer, target.websiteId(), draft);
        } else {
            addresses.change(customer, target.websiteId(), step.known().id(), draft);
        }
    }
}
