package io.clientele.pricing;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Refusal;
import io.clientele.shared.load.LoadResult;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes over tier prices from a CSV file, in parts: a line that is refused spoils no other, unless that is asked for. */
@ApplicationScoped
class TierPriceImport {

    private static final int PART = 5_000;

    /** All of a file in one transaction may take long; each statement has its own limit. */
    private static final int LIMIT_SECONDS = 3_600;

    private final TierPriceLoad load;
    private final Stores stores;
    private final AuditLog audit;

    @Inject
    TierPriceImport(TierPriceLoad load, Stores stores, AuditLog audit) {
        this.load = load;
        this.stores = stores;
        this.audit = audit;
    }

    /** What an import does with the prices of its file. */
    enum Behavior {
        ADD_UPDATE,
        REPLACE,
        DELETE;

        /** @throws Refusal when there is no such behaviour */
        static Behavior named(String name) {
            for (Behavior each : values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return each;
                }
            }
            throw PricingRefusals.unknownBehavior(name);
        }
    }

    /**
     * Takes over a file.
     *
     * @param allOrNothing whether one line that is refused undoes all others
     */
    LoadResult load(InputStream in, Behavior behavior, boolean allOrNothing) {
        Run run = new Run(behavior);
        if (allOrNothing) {
            Path file = kept(in);
            try (InputStream lines = Files.newInputStream(file)) {
                inOne(run, lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(file);
            }
        } else {
            run.all(
                    new TierPriceRecords(in, websiteIds()),
                    part -> QuarkusTransaction.requiringNew().call(() -> run.write(part)));
        }
        audit.record(AuditDraft.of("tier_prices.imported")
                .detail("behavior", behavior.name().toLowerCase(Locale.ROOT))
                .detail("created", run.result.created())
                .detail("updated", run.result.updated())
                .detail("deleted", run.result.deleted())
                .detail("failed", run.result.failed()));
        return run.result;
    }

    private void inOne(Run run, InputStream lines) {
        Map<String, Integer> websites = websiteIds();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LIMIT_SECONDS));
        boolean good = false;
        try {
            load.hold(websites.values());
            run.all(new TierPriceRecords(lines, websites), run::write);
            good = run.result.failed() == 0;
        } finally {
            if (good) {
                QuarkusTransaction.commit();
            } else {
                QuarkusTransaction.rollback();
                run.result.undone();
            }
        }
    }

    /** The file on disk, so that no transaction waits for somebody's slow connection. */
    private static Path kept(InputStream in) {
        try {
            Path file = Files.createTempFile("clientele-import", ".csv");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Integer> websiteIds() {
        Map<String, Integer> ids = new HashMap<>();
        stores.websites().stream()
                .filter(website -> website.id() != Website.ADMIN)
                .forEach(website -> ids.put(website.code().toLowerCase(Locale.ROOT), website.id()));
        return ids;
    }

    private interface Writer {
        TierPriceLoad.Outcome write(List<TierPriceRecords.Line> part);
    }

    /** One import as it goes on. */
    private final class Run {

        private final Behavior behavior;
        private final LoadResult result = new LoadResult();

        /** Products whose old prices are gone: their lines may be in several parts of the file. */
        private final Set<Long> replaced = new HashSet<>();

        private Run(Behavior behavior) {
            this.behavior = behavior;
        }

        private void all(TierPriceRecords records, Writer writer) {
            List<TierPriceRecords.Line> part = new ArrayList<>(PART);
            try {
                for (TierPriceRecords.Line line = records.next(); line != null; line = records.next()) {
                    result.received(1);
                    if (line.draft().websiteId() == null) {
                        result.failed(
                                line.number(), List.of(PricingRefusals.tierWebsite(line.draft(), line.website())));
                    } else {
                        part.add(line);
                    }
                    if (part.size() == PART) {
                        note(part, writer.write(part));
                        part.clear();
                    }
                }
            } catch (CsvParseException e) {
                result.failed(result.received() + 2, List.of(PricingRefusals.unreadable()));
            }
            if (!part.isEmpty()) {
                note(part, writer.write(part));
            }
        }

        private TierPriceLoad.Outcome write(List<TierPriceRecords.Line> part) {
            List<TierPriceDraft> drafts =
                    part.stream().map(TierPriceRecords.Line::draft).toList();
            return switch (behavior) {
                case ADD_UPDATE -> load.add(drafts);
                case REPLACE -> load.replace(drafts, replaced);
                case DELETE -> load.delete(drafts);
            };
        }

        private void note(List<TierPriceRecords.Line> part, TierPriceLoad.Outcome outcome) {
            result.stored(outcome.created(), outcome.updated(), outcome.deleted());
            replaced.addAll(outcome.products());
            outcome.failures()
                    .forEach(row -> result.failed(part.get(row.number()).number(), row.faults()));
        }
    }
}
