package io.clientele.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the Online Retail file, as it stands there.
 *
 * @param invoice a number; with {@code C} before it a cancellation, with {@code A} an adjustment
 * @param quantity below nothing in cancellations and where goods were written off
 * @param unitPrice in pounds; nothing where goods were given away or written off
 * @param customer null where nobody is named
 */
record OnlineRetailLine(
        String place,
        String invoice,
        String stockCode,
        @Nullable String description,
        BigDecimal quantity,
        Instant at,
        BigDecimal unitPrice,
        @Nullable String customer,
        String country)
        implements OrderGroups.OfOrder {

    static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int LENGTH_OF_A_DAY = 10;

    /** @throws LoadFailure beginning with the place, when a field is not what it must be */
    static OnlineRetailLine read(NamedCsvRecord line, String place) {
        return new OnlineRetailLine(
                place,
                Fields.required(line, "InvoiceNo", place),
                Fields.required(line, "StockCode", place),
                Fields.optional(line, "Description"),
                Fields.number(line, "Quantity", place),
                moment(line, place),
                Fields.number(line, "UnitPrice", place),
                customer(line, place),
                line.getField("Country").strip());
    }

    @Override
    public String order() {
        return invoice;
    }

    @Override
    public String day() {
        return at.toString().substring(0, LENGTH_OF_A_DAY);
    }

    /** The file says nothing of a zone: it is taken as UTC. */
    private static Instant moment(NamedCsvRecord line, String place) {
        String text = line.getField("InvoiceDate").strip();
        try {
            return LocalDateTime.parse(text, MOMENT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new LoadFailure(place + ": InvoiceDate is not a moment like 2010-12-01 08:26:00: " + text);
        }
    }

    /** The numbers of customers stand in the file as decimals. */
    private static @Nullable String customer(NamedCsvRecord line, String place) {
        String text = line.getField("CustomerID").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(text).toBigIntegerExact().toString();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new LoadFailure(place + ": CustomerID is not a whole number: " + text);
        }
    }
}
