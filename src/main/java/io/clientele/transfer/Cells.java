package io.clientele.transfer;

import org.jspecify.annotations.Nullable;

/**
 * The cells of a row as they are meant: null where the file does not say anything of it, empty text where it says that there is
 * nothing.
 *
 * @param prefix what the columns of addresses begin with
 * @param emptyValue what stands for nothing
 */
record Cells(FileRow row, String prefix, String emptyValue) {

    /** What the file calls the column. */
    String name(String column) {
        return prefix + column;
    }

    /** What the cell says. */
    @Nullable
    String text(String column) {
        String cell = row.cells().get(name(column));
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        return text.equals(emptyValue) ? "" : text;
    }

    /** The same, but an empty cell says nothing: of what must not be empty the stored value stays. */
    @Nullable
    String kept(String column) {
        String text = text(column);
        return text == null || text.isEmpty() ? null : text;
    }

    /** Yes or no; null where the cell is empty or is not there. */
    @Nullable
    Boolean flag(String column) {
        return flagNamed(name(column));
    }

    /** The same for a column whose name has no prefix. */
    @Nullable
    Boolean flagNamed(String column) {
        String text = row.text(column);
        if (text.isEmpty() || text.equals(emptyValue)) {
            return null;
        }
        return YesNo.of(text).orElseThrow(() -> new BadCell(column, TransferRefusals.invalid(column, text)));
    }

    /** Whether a row of several columns says anything at all. */
    boolean saysAnything() {
        return row.cells().entrySet().stream()
                .anyMatch(cell -> cell.getKey().startsWith(prefix)
                        && !cell.getValue().isBlank()
                        && !cell.getKey().equals(AddressColumns.DEFAULT_BILLING)
                        && !cell.getKey().equals(AddressColumns.DEFAULT_SHIPPING));
    }

    BadCell invalid(String column, String value) {
        return new BadCell(name(column), TransferRefusals.invalid(name(column), value));
    }
}
