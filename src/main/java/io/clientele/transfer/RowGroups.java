package io.clientele.transfer;

import io.clientele.shared.Fold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file that belong together. */
final class RowGroups {

    /** The most rows of one customer, or of one order. */
    static final int MOST_ROWS = 500;

    /** The most lines of one order that are read together. */
    private static final int MOST_LINES = 2_000;

    private final TransferKind kind;
    private final FileRows rows;
    private final int most;
    private @Nullable FileRow ahead;
    private @Nullable FileRow last;

    RowGroups(TransferKind kind, FileRows rows) {
        this.kind = kind;
        this.rows = rows;
        this.most = kind == TransferKind.SALES_ORDER ? MOST_LINES : MOST_ROWS;
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
                    group.size() < most
                            ? ahead
                            : FileRow.bad(ahead.line(), new BadCell(null, TransferRefusals.tooManyAddresses(most))));
            ahead = rows.next();
        }
        return read(group);
    }

    /** An order behind a row that cannot be read may lack its first line. */
    private RowGroup read(List<FileRow> group) {
        FileRow before = last;
        last = group.getLast();
        FileRow first = group.getFirst();
        if (kind == TransferKind.SALES_ORDER
                && before != null
                && before.fault() != null
                && first.fault() == null
                && !isWhole(first)) {
            group.set(
                    0, FileRow.bad(first.line(), new BadCell(null, TransferRefusals.besideUnreadable(before.line()))));
        }
        return new RowGroup(group);
    }

    /** Whether the row has all lines of an order in it. */
    private static boolean isWhole(FileRow row) {
        return row.cells().containsKey(OrderColumns.ITEMS);
    }

    private boolean belongs(FileRow first, FileRow row) {
        return switch (kind) {
            case CUSTOMER, CUSTOMER_FINANCE, CUSTOMER_GROUP, ADVANCED_PRICING -> false;
            // What cannot be read may have been a line of the order.
            case SALES_ORDER ->
                !isWhole(first)
                        && (row.fault() != null
                                || row.text(OrderColumns.NUMBER).equals(first.text(OrderColumns.NUMBER)));
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
