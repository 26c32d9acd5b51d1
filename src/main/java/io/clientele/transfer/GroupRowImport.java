package io.clientele.transfer;

import io.clientele.group.Group;
import io.clientele.group.GroupDraft;
import io.clientele.group.GroupService;
import io.clientele.shared.Refusal;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.tax.TaxClass;
import io.clientele.tax.TaxClassDraft;
import io.clientele.tax.TaxClassService;
import io.clientele.tax.TaxClassType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes over customer groups, by their codes, with the tax classes that they name. */
@ApplicationScoped
class GroupRowImport implements RowImport {

    private static final String GROUPS = "groups";
    private static final int LONGEST_CODE = 32;

    private final GroupService groups;
    private final TaxClassService taxClasses;
    private final Stores stores;

    @Inject
    GroupRowImport(GroupService groups, TaxClassService taxClasses, Stores stores) {
        this.groups = groups;
        this.taxClasses = taxClasses;
        this.stores = stores;
    }

    @Override
    public boolean takes(TransferKind kind) {
        return kind == TransferKind.CUSTOMER_GROUP;
    }

    /**
     * What a row says.
     *
     * @param taxClass the name, or null when nothing is said of it
     * @param excluded ids of websites, or null when nothing is said of them
     */
    private record Said(
            String code,
            @Nullable String taxClass,
            @Nullable List<Integer> excluded) {}

    @Override
    public void take(ImportDraft how, List<RowGroup> rows, ImportPart part, boolean write) {
        for (RowGroup group : rows) {
            FileRow row = group.first();
            try {
                Said said = said(how, row);
                if (write) {
                    store(said, part);
                } else {
                    part.announced().group(said.code());
                }
            } catch (BadCell bad) {
                part.refuse(row, bad);
            }
        }
    }

    private Said said(ImportDraft how, FileRow row) {
        if (row.fault() != null) {
            throw row.fault();
        }
        String code = GroupColumns.code(row);
        if (code.isEmpty()) {
            throw new BadCell(GroupColumns.CODE, TransferRefusals.required(GroupColumns.CODE));
        }
        if (code.codePointCount(0, code.length()) > LONGEST_CODE) {
            throw new BadCell(GroupColumns.CODE, TransferRefusals.fieldTooLong(LONGEST_CODE));
        }
        String taxClass = row.text(GroupColumns.TAX_CLASS);
        return new Said(how.translation().group(code), taxClass.isEmpty() ? null : taxClass, excluded(how, row));
    }

    private @Nullable List<Integer> excluded(ImportDraft how, FileRow row) {
        String codes = row.text(GroupColumns.EXCLUDED);
        if (!row.cells().containsKey(GroupColumns.EXCLUDED)) {
            return null;
        }
        return Stream.of(codes.split(Pattern.quote(how.valueSeparator()), -1))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(code -> websiteId(how.translation().website(code)))
                .sorted()
                .toList();
    }

    private int websiteId(String code) {
        return stores.websiteByCode(code)
                .map(Website::id)
                .orElseThrow(() ->
                        new BadCell(GroupColumns.EXCLUDED, TransferRefusals.invalid(GroupColumns.EXCLUDED, code)));
    }

    private void store(Said said, ImportPart part) {
        try {
            Optional<Group> known = groups.byCode(said.code());
            Integer taxClass = said.taxClass() == null ? null : taxClass(said.taxClass());
            if (known.isEmpty()) {
                var _ = groups.save(new GroupDraft(null, said.code(), taxClass, said.excluded()));
                part.created();
            } else if (isSo(known.get(), taxClass, said.excluded())) {
                part.count(0, 1, 1);
            } else {
                // The code stays as it is written here.
                var _ = groups.save(new GroupDraft(known.get().id(), known.get().code(), taxClass, said.excluded()));
                part.count(0, 1, 0);
            }
        } catch (Refusal refusal) {
            throw new BadCell(null, refusal);
        }
    }

    private static boolean isSo(Group group, @Nullable Integer taxClass, @Nullable List<Integer> excluded) {
        return (taxClass == null || taxClass == group.taxClassId())
                && (excluded == null || excluded.equals(group.excludedWebsiteIds()));
    }

    private int taxClass(String name) {
        return taxClasses
                .named(TaxClassType.CUSTOMER, name)
                .map(TaxClass::id)
                .orElseGet(() -> taxClasses
                        .save(new TaxClassDraft(null, name, TaxClassType.CUSTOMER.name()))
                        .id());
    }

    @Override
    public void count(ImportDraft how, List<RowGroup> rows, Tally tally) {
        for (RowGroup group : rows) {
            FileRow row = group.first();
            tally.named(GROUPS, "", "");
            Optional<Group> here = groups.byCode(how.translation().group(GroupColumns.code(row)));
            String taxClass = row.text(GroupColumns.TAX_CLASS);
            if (here.isPresent()
                    && (taxClass.isEmpty()
                            || Objects.equals(
                                    taxClasses
                                            .named(TaxClassType.CUSTOMER, taxClass)
                                            .map(TaxClass::id)
                                            .orElse(null),
                                    here.get().taxClassId()))) {
                tally.found(GROUPS, "", "");
            }
        }
    }
}
