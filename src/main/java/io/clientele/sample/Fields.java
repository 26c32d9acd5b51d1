package io.clientele.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a line of a data set; what is wrong is told with the place of the line. */
final class Fields {

    private Fields() {}

    static String required(NamedCsvRecord line, String column, String place) {
        String value = line.getField(column).strip();
        if (value.isEmpty()) {
            throw new LoadFailure(place + ": " + column + " is empty");
        }
        return value;
    }

    static @Nullable String optional(NamedCsvRecord line, String column) {
        String value = line.getField(column).strip();
        return value.isEmpty() ? null : value;
    }

    static BigDecimal number(NamedCsvRecord line, String column, String place) {
        String text = line.getField(column).strip();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new LoadFailure(place + ": " + column + " is not a number: " + text);
        }
    }
}
