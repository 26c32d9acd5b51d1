package io.clientele.grid;

import io.clientele.shared.sql.SnapshotReader;
import io.clientele.shared.sql.SqlFragment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The customers that match and what of them is to be shown. They are read while they are handed over. */
public final class GridExport {

    private final List<GridCell> cells;
    private final SqlFragment statement;
    private final SnapshotReader rows;

    GridExport(List<GridCell> cells, SqlFragment statement, SnapshotReader rows) {
        this.cells = cells;
        this.statement = statement;
        this.rows = rows;
    }

    /** Takes a row: a cell for each column, a text or a number. */
    @FunctionalInterface
    public interface Taker<X extends Exception> {

        void take(List<Object> row) throws X;
    }

    /** What the columns are called. */
    public List<String> labels() {
        return cells.stream().map(GridCell::label).toList();
    }

    /**
     * Hands over everybody who matches at the moment of the first row, once each and in their order.
     *
     * @throws io.clientele.shared.sql.DatabaseFailure when the rows cannot be read to their end
     * @throws X what the taker throws; it ends the reading
     */
    public <X extends Exception> void forEach(Taker<X> taker) throws X {
        rows.<X>forEach(statement, row -> taker.take(row(row)));
    }

    private List<Object> row(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            values.add(cells.get(i).of(row, i + 1));
        }
        return values;
    }
}
