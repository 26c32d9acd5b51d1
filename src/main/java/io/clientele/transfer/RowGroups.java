package io.clientele.transfer;

import io.clientele.shared.Fold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file that belong together. */
final class RowGroups {

    /** The most rows of one customer. */
    static final int MOST_ROWS = 500;

    private final TransferKind kind;
    private final FileRows rows;
    private @Nullable FileRow ahead;

    RowGroups(TransferKind kind, FileRows rows) {
        this.kind = kind;
        this.rows = rows;
        this.ahead = rows.next();
    }

    /** The next rows; null at the end. Of too many the further ones are refused. */
    @Nullable
    RowGroup next() {
        FileRow first = ahead;
        if (first == null) {
            return null;
        }
        List<FileRow> group = new ArrayList<>(List.of(first));
        ahead = rows.next();
        while (ahead != null && first.fault() == null && belongs(first, ahead)) {
            group.add(
                    group.size() < MOST_ROWS
                            ? ahead
                            : FileRow.bad(
                                    ahead.line(), new BadCell(null, TransferRefusals.tooManyAddresses(MOST_ROWS))));
            ahead = rows.next();
        }
        return new RowGroup(group);
    }

    private boolean belongs(FileRow first, FileRow row) {
        return switch (kind) {
            case CUSTOMER -> false;
            case CUSTOMER_ADDRESS -> row.fault() == null && key(row).equals(key(first));
            // A row that cannot be read may have been the next customer: what follows it stands alone then.
            case CUSTOMER_COMPOSITE ->
                row.fault() == null
                        && row.text(kind.email()).isEmpty()
                        && row.text(kind.website()).isEmpty();
        };
    }

    private String key(FileRow row) {
        return row.text(kind.website()) + ' ' + Fold.key(row.text(kind.email()));
    }
}
