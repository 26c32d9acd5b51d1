package io.clientele.transfer;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Takes over, or only checks, or counts some rows in the transaction in hand. */
@ApplicationScoped
class ImportParts {

    private final List<RowImport> imports;

    @Inject
    ImportParts(@All List<RowImport> imports) {
        this.imports = imports;
    }

    /**
     * What becomes of the rows. Bad ones are refused, one error each; the others are done.
     *
     * @param refused lines that were refused before, which are passed over
     * @param write whether it is to be done, and not only looked at
     * @throws io.clientele.shared.Refusal when something is refused that nobody could see beforehand: nothing is done then
     */
    ImportPart take(ImportDraft how, List<RowGroup> groups, Set<Long> refused, boolean write) {
        ImportPart part = new ImportPart(Announced.nothing());
        List<RowGroup> open = groups.stream()
                .map(group -> open(how.kind(), group, refused))
                .filter(group -> group.size() > 0)
                .toList();
        of(how.kind()).take(how, open, part, write);
        return part;
    }

    /**
     * What would become of the rows.
     *
     * @param announced what files before this one bring; it is told what these rows bring
     */
    ImportPart check(ImportDraft how, List<RowGroup> groups, Announced announced) {
        ImportPart part = new ImportPart(announced);
        of(how.kind()).take(how, groups, part, false);
        return part;
    }

    /** What has been counted before and in the rows. */
    List<Counted> count(ImportDraft how, List<RowGroup> groups, Collection<Counted> before) {
        Tally tally = new Tally(before);
        of(how.kind()).count(how, groups, tally);
        return tally.all();
    }

    private RowImport of(TransferKind kind) {
        return imports.stream()
                .filter(each -> each.takes(kind))
                .findFirst()
                .orElseThrow(() -> TransferRefusals.unknown("entity", kind.code()));
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
