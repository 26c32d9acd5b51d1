package io.clientele.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Cells of one table in a row of a file: how they are selected, and how they are read. */
final class ExportCells {

    /** No cells. */
    static final ExportCells NONE = new ExportCells(List.of(), "null", new AttributeTexts(List.of()));

    private final List<Cell> cells;
    private final String values;
    private final AttributeTexts attributes;

    /**
     * A cell.
     *
     * @param sql what it is selected by, as a text or a number
     * @param shown what the file has for that
     */
    record Cell(String sql, UnaryOperator<String> shown) {}

    /** @param values the column with the values of the merchant's attributes, whose cells come last */
    ExportCells(List<Cell> cells, String values, AttributeTexts attributes) {
        this.cells = cells;
        this.values = values;
        this.attributes = attributes;
    }

    int width() {
        return cells.size() + attributes.count();
    }

    /** The expressions that {@link #read} expects one after another. */
    String select() {
        return cells.stream().map(cell -> cell.sql() + ", ").collect(Collectors.joining("", "", values));
    }

    /**
     * A row of a file with these cells, and the others empty.
     *
     * @param from the place of the first expression in the result, the first place being 1
     * @param before how many cells of the row come before these
     * @param width how many cells the row has
     */
    String[] read(ResultSet row, int from, int before, int width) throws SQLException {
        String[] all = new String[width];
        Arrays.fill(all, "");
        int place = from;
        for (int i = 0; i < cells.size(); i++) {
            String value = row.getString(place++);
            if (value != null) {
                all[before + i] = cells.get(i).shown().apply(value);
            }
        }
        attributes.fill(row.getString(place), all, before + cells.size());
        return all;
    }
}
