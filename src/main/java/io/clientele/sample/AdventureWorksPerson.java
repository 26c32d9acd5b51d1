package io.clientele.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.clientele.customer.CustomerDraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the customers' file says of the person; its other columns describe the household and have no place in
 * an account.
 */
final class AdventureWorksPerson {

    static final List<String> COLUMNS =
            List.of("CustomerKey", "Prefix", "FirstName", "LastName", "BirthDate", "Gender", "EmailAddress");

    /** Before the key, so that the keys of other sources can be told from it. */
    static final String SOURCE = "AW-";

    /** The file pads some months and days with zeros and others not. */
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** What a decoder puts in the place of bytes that are no text. */
    private static final int UNDECODABLE = '\uFFFD';

    private AdventureWorksPerson() {}

    /** @throws LoadFailure beginning with the place, when a field is not what it must be */
    static CustomerDraft draft(NamedCsvRecord line, String place) {
        for (String column : COLUMNS) {
            if (line.getField(column).indexOf(UNDECODABLE) >= 0) {
                throw new LoadFailure(place + ": " + column + " is not UTF-8 text");
            }
        }
        CustomerDraft.Person person = new CustomerDraft.Person(
                line.getField("EmailAddress"),
                line.getField("FirstName"),
                line.getField("LastName"),
                null,
                line.getField("Prefix"),
                null,
                birthDate(line.getField("BirthDate").strip(), place),
                gender(line.getField("Gender").strip(), place),
                null);
        String key = SOURCE + key(line.getField("CustomerKey").strip(), place);
        return new CustomerDraft(CustomerDraft.Placement.ofKey(key), person, CustomerDraft.Book.UNCHANGED);
    }

    private static String key(String text, String place) {
        if (text.isEmpty()) {
            throw new LoadFailure(place + ": CustomerKey is empty");
        }
        return text;
    }

    private static String birthDate(String text, String place) {
        try {
            return text.isEmpty() ? "" : LocalDate.parse(text, DATE).toString();
        } catch (DateTimeException e) {
            throw new LoadFailure(place + ": BirthDate is not a date like 12/31/1999: " + text);
        }
    }

    /** By the contract's numbers; NA, which the file has where nobody said, is "not specified". */
    private static @Nullable Integer gender(String text, String place) {
        return switch (text) {
            case "M" -> 1;
            case "F" -> 2;
            case "NA" -> 3;
            case "" -> null;
            default -> throw new LoadFailure(place + ": Gender is not M, F or NA: " + text);
        };
    }
}
