package io.clientele.transfer;

import io.clientele.access.Credentials;
import io.clientele.access.Subject;
import io.clientele.access.Tokens;
import io.clientele.address.AddressDraft;
import io.clientele.attribute.AttributeOwner;
import io.clientele.customer.CustomerCheck;
import io.clientele.customer.CustomerDraft;
import io.clientele.customer.CustomerImport;
import io.clientele.customer.CustomerRefusals;
import io.clientele.customer.CustomerService;
import io.clientele.customer.Restrictions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes over customers, with their addresses where the file has them, or deletes them. */
@ApplicationScoped
class CustomerGroupImport {

    private static final String DELETE = "delete";

    private final CustomerCells cells;
    private final CustomerCheck check;
    private final CustomerImport imports;
    private final CustomerService customers;
    private final Restrictions restrictions;
    private final AddressGroupImport addresses;
    private final FaultColumns columns;
    private final Credentials credentials;
    private final Tokens tokens;

    @Inject
    CustomerGroupImport(
            CustomerCells cells,
            CustomerCheck check,
            CustomerImport imports,
            CustomerService customers,
            Restrictions restrictions,
            AddressGroupImport addresses,
            FaultColumns columns,
            Credentials credentials,
            Tokens tokens) {
        this.cells = cells;
        this.check = check;
        this.imports = imports;
        this.customers = customers;
        this.restrictions = restrictions;
        this.addresses = addresses;
        this.columns = columns;
        this.credentials = credentials;
        this.tokens = tokens;
    }

    /**
     * New customers are noted for {@link #enter}.
     *
     * @param write whether it is to be done, and not only looked at
     */
    void take(ImportDraft how, Target target, ImportPart part, boolean write) {
        try {
            demandUnmerged(how, target);
            if (deletes(how, target.group().first())) {
                delete(how, target, part, write);
                return;
            }
            NewCustomer person = person(how, target, part.announced());
            if (target.customerId() == null) {
                create(how, target, person, part, write);
            } else {
                change(how, target, target.customerId(), person, part, write);
            }
            part.announced().customer(target.websiteId(), target.email());
        } catch (BadCell bad) {
            part.refuse(target.group(), bad);
        }
    }

    /** Whoever keeps both as two would write the one over the other for ever. */
    private static void demandUnmerged(ImportDraft how, Target target) {
        if (target.survivorId() == null) {
            return;
        }
        Cells own = new Cells(target.group().first(), "", how.emptyValue());
        String key = Objects.requireNonNull(CustomerCells.externalId(own, how));
        throw new BadCell(
                own.kept(CustomerColumns.EXTERNAL_ID) == null ? CustomerColumns.ENTITY_ID : CustomerColumns.EXTERNAL_ID,
                CustomerRefusals.externalIdMerged(key, target.survivorId()));
    }

    private static boolean deletes(ImportDraft how, FileRow row) {
        return how.behavior() == ImportBehavior.DELETE
                || (how.behavior() == ImportBehavior.CUSTOM
                        && row.text(CustomerColumns.ACTION).equalsIgnoreCase(DELETE));
    }

    private void delete(ImportDraft how, Target target, ImportPart part, boolean write) {
        Long id = target.customerId();
        if (id == null) {
            throw new BadCell(how.kind().email(), TransferRefusals.noSuchCustomer(target.email(), target.website()));
        }
        if (!restrictions.keptOnly(List.of(id)).isEmpty()) {
            throw new BadCell(how.kind().email(), CustomerRefusals.restricted(id));
        }
        if (write) {
            customers.delete(id);
            part.deleted();
        }
    }

    private NewCustomer person(ImportDraft how, Target target, Announced announced) {
        Cells own = new Cells(target.group().first(), "", how.emptyValue());
        if (target.taken()) {
            throw new BadCell(how.kind().email(), CustomerRefusals.emailTaken());
        }
        CustomerDraft draft = cells.draft(own, target, how, announced);
        check.fault(target.customerId(), target.websiteId(), draft).ifPresent(refusal -> {
            throw columns.bad(AttributeOwner.CUSTOMER, "", refusal);
        });
        return new NewCustomer(draft, cells.brought(own), cells.password(own));
    }

    private void create(ImportDraft how, Target target, NewCustomer person, ImportPart part, boolean write) {
        List<AddressDraft> book = book(how, target, part);
        if (write) {
            CustomerDraft draft = person.draft();
            CustomerDraft whole = new CustomerDraft(
                    draft.placement(),
                    draft.person(),
                    book.isEmpty() ? CustomerDraft.Book.UNCHANGED : CustomerDraft.Book.of(book),
                    draft.extensions(),
                    draft.attributes());
            part.entries().add(new NewCustomer(whole, person.brought(), person.password()));
        }
    }

    /** Makes the new customers of the part, all at once. */
    void enter(ImportPart part) {
        List<NewCustomer> entries = part.entries();
        if (entries.isEmpty()) {
            return;
        }
        List<Long> ids =
                imports.enterNew(entries.stream().map(NewCustomer::draft).toList());
        for (int i = 0; i < ids.size(); i++) {
            password(ids.get(i), entries.get(i), part);
            part.created();
        }
        entries.clear();
    }

    /** The addresses of a new customer, without those that are refused; the one beside the customer is refused with it. */
    private List<AddressDraft> book(ImportDraft how, Target target, ImportPart part) {
        List<AddressDraft> book = new ArrayList<>();
        for (FileRow row : withAddress(how, target.group()).rows()) {
            try {
                book.add(addresses.fresh(how, row, target.websiteId()));
            } catch (BadCell bad) {
                if (row.line() == target.group().first().line()) {
                    throw bad;
                }
                part.refuse(row, bad);
            }
        }
        return book;
    }

    private void change(ImportDraft how, Target target, long id, NewCustomer person, ImportPart part, boolean write) {
        ImportPart ofAddresses = new ImportPart(part.announced());
        Target book = target.with(withAddress(how, target.group()));
        List<AddressGroupImport.Step> steps = addresses.steps(how, book, ofAddresses);
        if (ofAddresses.isRefused(target.group().first())) {
            part.errors().add(ofAddresses.errors().getFirst());
            part.refuseRest(target.group());
            return;
        }
        part.errors().addAll(ofAddresses.errors());
        if (!write) {
            return;
        }
        imports.enter(id, person.draft());
        // What a refused row was meant to keep is not taken away for that.
        boolean whole = target.group().whole() && ofAddresses.errors().isEmpty();
        if (whole && how.behavior() == ImportBehavior.REPLACE) {
            addresses.replace(book, steps);
        } else {
            steps.forEach(step -> addresses.write(book, step));
        }
        password(id, person, part);
        part.updated(id);
    }

    /** The rows that say something of an address. */
    static RowGroup withAddress(ImportDraft how, RowGroup group) {
        return how.kind() == TransferKind.CUSTOMER
                ? new RowGroup(List.of())
                : group.only(row ->
                        row.fault() != null || new Cells(row, AddressColumns.PREFIX, how.emptyValue()).saysAnything());
    }

    private void password(long id, NewCustomer person, ImportPart part) {
        if (person.password() != null) {
            credentials.set(Subject.customer(id), cells.hash(person.password()));
            tokens.revokeAll(Subject.customer(id));
        } else if (person.brought() != null) {
            part.brought(id, person.brought());
        }
    }
}
