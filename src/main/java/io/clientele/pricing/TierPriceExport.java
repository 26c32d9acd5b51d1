package io.clientele.pricing;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes tier prices to a CSV file as they are read, some thousands at a time: what changes meanwhile may be in it or not. No
 * cell begins like a formula; reading the file again undoes that.
 */
@ApplicationScoped
class TierPriceExport {

    private static final int PART = 5_000;

    private final TierPriceRepository prices;
    private final TierGroups groups;
    private final Stores stores;
    private final Settings settings;
    private final PriceScope scope;

    @Inject
    TierPriceExport(TierPriceRepository prices, TierGroups groups, Stores stores, Settings settings, PriceScope scope) {
        this.prices = prices;
        this.groups = groups;
        this.stores = stores;
        this.settings = settings;
        this.scope = scope;
    }

    /** A file that is written when somebody reads it. What the caller may see is decided now. */
    File file() {
        Set<Integer> websites =
                stores.websites().stream().map(Website::id).filter(scope::sees).collect(Collectors.toSet());
        return new File(websites);
    }

    /** The file to be. */
    final class File {

        private final Set<Integer> websites;
        private final String all = TierPriceFile.allWebsites(settings.text(StoreSettings.BASE_CURRENCY));

        private File(Set<Integer> websites) {
            this.websites = websites;
        }

        void write(OutputStream out) {
            boolean segmented = prices.anyOfSegment();
            boolean limited = prices.anyLimited();
            try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
                List<String> header = new ArrayList<>(TierPriceFile.COLUMNS);
                if (segmented) {
                    header.add(TierPriceFile.SEGMENT);
                }
                if (limited) {
                    header.add(TierPriceFile.VALID_FROM);
                    header.add(TierPriceFile.VALID_TO);
                }
                csv.writeRecord(header);
                StoredTierPrice last = null;
                List<StoredTierPrice> part;
                do {
                    part = prices.after(last, PART);
                    for (StoredTierPrice row : part) {
                        if (websites.contains(row.price().websiteId())) {
                            csv.writeRecord(fields(row.price(), segmented, limited));
                        }
                        last = row;
                    }
                } while (part.size() == PART);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> fields(TierPrice price, boolean segmented, boolean limited) {
            List<String> fields = new ArrayList<>(List.of(
                    CsvCells.neutral(price.sku()),
                    price.websiteId() == Website.ADMIN
                            ? all
                            : stores.website(price.websiteId()).code(),
                    CsvCells.neutral(groups.code(price.groupId())),
                    price.quantity().toPlainString(),
                    price.value().toPlainString(),
                    TierPriceFile.type(price.type())));
            if (segmented) {
                fields.add(text(price.segmentId()));
            }
            if (limited) {
                fields.add(text(Moments.shown(price.validFrom())));
                fields.add(text(Moments.shown(price.validTo())));
            }
            return fields;
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
