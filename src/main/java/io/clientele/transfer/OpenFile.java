package io.clientele.transfer;

import io.clientele.shared.Fold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that is being read, with what has been read of it and is not done yet. */
final class OpenFile {

    /** The most rows of a part, so that it does not take long. */
    private static final int MOST_ROWS = 1_000;

    /** The most passwords that are hashed in a part: each takes as long as some customers. */
    private static final int MOST_PASSWORDS = 20;

    private final RowGroups groups;
    private final Deque<RowGroup> ahead = new ArrayDeque<>();
    private int rowsAhead;
    private long line;

    OpenFile(RowGroups groups) {
        this.groups = groups;
    }

    /** Passes over all rows up to the line; false when that has been done further already. */
    boolean goTo(long target) {
        if (target < line) {
            return false;
        }
        RowGroup group = peek();
        while (group != null && group.lastLine() <= target) {
            rowsAhead -= ahead.removeFirst().size();
            group = peek();
        }
        line = target;
        return true;
    }

    /**
     * The next groups, which stay ahead until somebody goes behind them: none of a thing that is in another of them, so that
     * each finds what the one before it has written.
     */
    List<RowGroup> take(TransferKind kind, int most) {
        boolean more = true;
        while (more && ahead.size() < most && rowsAhead < MOST_ROWS) {
            more = readOn();
        }
        List<RowGroup> taken = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int rows = 0;
        int passwords = 0;
        for (RowGroup group : ahead) {
            FileRow first = group.first();
            rows += group.size();
            passwords += first.text(CustomerColumns.PASSWORD).isEmpty() ? 0 : 1;
            boolean enough = taken.size() == most || rows > MOST_ROWS || passwords > MOST_PASSWORDS;
            boolean again = false;
            for (String key : keys(kind, first)) {
                again |= !names.add(key);
            }
            if (!taken.isEmpty() && (enough || again)) {
                break;
            }
            taken.add(group);
        }
        return taken;
    }

    /** What the thing is known by that the row is about. */
    private static List<String> keys(TransferKind kind, FileRow row) {
        String key = Fold.key(row.text(kind.email()));
        if (key.isEmpty() || kind == TransferKind.ADVANCED_PRICING) {
            return List.of("line " + row.line());
        }
        if (kind == TransferKind.CUSTOMER_FINANCE) {
            return List.of(String.join(" ", row.text(kind.website()), row.text(FinanceColumns.FINANCE_WEBSITE), key));
        }
        List<String> keys = new ArrayList<>();
        String website = kind.isOfPeople() ? row.text(kind.website()) : "";
        keys.add(website + ' ' + key);
        if (kind == TransferKind.CUSTOMER || kind == TransferKind.CUSTOMER_COMPOSITE) {
            for (String column : List.of(CustomerColumns.EXTERNAL_ID, CustomerColumns.ENTITY_ID)) {
                if (!row.text(column).isEmpty()) {
                    keys.add(website + " id " + row.text(column));
                }
            }
        }
        return keys;
    }

    private @Nullable RowGroup peek() {
        if (ahead.isEmpty()) {
            var _ = readOn();
        }
        return ahead.peekFirst();
    }

    private boolean readOn() {
        RowGroup group = groups.next();
        if (group == null) {
            return false;
        }
        ahead.addLast(group);
        rowsAhead += group.size();
        return true;
    }
}
