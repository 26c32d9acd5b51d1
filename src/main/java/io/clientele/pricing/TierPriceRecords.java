package io.clientele.pricing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.clientele.store.Website;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads tier prices from a CSV file, one after the other, in memory that does not grow with the file. */
final class TierPriceRecords {

    /** The longest field of a file, in characters. */
    private static final int LONGEST_FIELD = 1 << 16;

    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> websiteIds;

    /**
     * A line of the file.
     *
     * @param draft what it says; its website is null when the file names one that does not exist
     * @param website what the file calls the website
     */
    record Line(long number, TierPriceDraft draft, String website) {}

    /**
     * Reads the header.
     *
     * @param websiteIds by code in lower case
     * @throws io.clientele.shared.Refusal when a column is missing, comes twice, or must not be there
     */
    TierPriceRecords(InputStream in, Map<String, Integer> websiteIds) {
        this.websiteIds = websiteIds;
        this.records = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(in, StandardCharsets.UTF_8)
                .iterator();
        CsvRecord header = records.hasNext() ? records.next() : null;
        if (header != null) {
            for (int i = 0; i < header.getFieldCount(); i++) {
                column(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
            }
        }
        for (String required : TierPriceFile.REQUIRED) {
            if (!columns.containsKey(required)) {
                throw PricingRefusals.missingColumn(required);
            }
        }
    }

    private void column(String name, int index) {
        if (TierPriceFile.isServiceColumn(name) || columns.put(name, index) != null) {
            throw PricingRefusals.wrongColumn(name);
        }
    }

    /**
     * The next line that says something of a price; null at the end of the file.
     *
     * @throws CsvParseException when the rest of the file cannot be read
     * @throws UncheckedIOException when the file breaks off
     */
    @Nullable
    Line next() {
        while (records.hasNext()) {
            CsvRecord row = records.next();
            String website = field(row, TierPriceFile.WEBSITE);
            UnaryOperator<String> cell = column -> field(row, column);
            // A line with a sku and nothing else is a product without tier prices.
            if (!TierPriceFile.isSkuOnly(cell)) {
                return new Line(row.getStartingLineNumber(), TierPriceFile.draft(cell, websiteId(website)), website);
            }
        }
        return null;
    }

    private @Nullable Integer websiteId(String name) {
        if (TierPriceFile.isAllWebsites(name)) {
            return Website.ADMIN;
        }
        return websiteIds.get(name.toLowerCase(Locale.ROOT));
    }

    private String field(CsvRecord row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.getFieldCount()
                ? ""
                : row.getField(index).strip();
    }
}
