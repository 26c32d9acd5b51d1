package io.clientele.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A column of the database, and what becomes of it when people ask about their data.
 *
 * @param name the table's name, a dot, and the column's
 * @param decision {@code told}: it is of a person, told in the section and gone once the person is erased; {@code kept}: told, and stays
 *     without leading to anybody; {@code sealed}: readable only with the person's key, which is destroyed; {@code copy}: the same as
 *     what is told, to search by, and goes with it; {@code secret}: of a person and told to nobody, and goes; {@code staff}: of
 *     administrators and integrations; {@code shop}: of nobody
 * @param section the files it is told in; null where it is not
 * @param note what else there is to say, or null
 */
@Schema(name = "privacy-column")
public record PrivacyColumn(
        String name,
        String decision,
        @Nullable String section,
        @Nullable String note) {

    static PrivacyColumn of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("a row of columns.tsv has four cells: " + line);
        }
        return new PrivacyColumn(cells[0], cells[1], given(cells[2]), given(cells[3]));
    }

    private static @Nullable String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
