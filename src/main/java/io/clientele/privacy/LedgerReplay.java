package io.clientele.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Goes through a ledger for the erasures that this database has not seen, and has each repeated in a transaction of its own. */
@ApplicationScoped
class LedgerReplay {

    /** In seconds: a large database is read through once, and somebody may have a long history. */
    private static final int LIMIT = 1_800;

    private final ErasureLedger ledger;
    private final ErasureRecords records;
    private final AddressSearch addresses;
    private final RepeatedErasures erasures;

    @Inject
    LedgerReplay(ErasureLedger ledger, ErasureRecords records, AddressSearch addresses, RepeatedErasures erasures) {
        this.ledger = ledger;
        this.records = records;
        this.addresses = addresses;
        this.erasures = erasures;
    }

    /**
     * What a ledger asks for.
     *
     * @param all how many erasures it has
     * @param missing those that this database has not seen, the oldest first
     * @param torn how many of its lines were not written to their ends
     */
    record Plan(int all, List<LedgerEntry> missing, int torn) {}

    /** @throws ErasureLedger.Unreadable when the file is no ledger of the deployment */
    Plan plan(Path file) {
        ErasureLedger.Content content = ledger.read(file);
        Set<UUID> missing =
                records.missing(content.entries().stream().map(LedgerEntry::id).toList());
        return new Plan(
                content.entries().size(),
                content.entries().stream()
                        .filter(entry -> missing.contains(entry.id()))
                        .toList(),
                content.torn());
    }

    /** @param told hears what became of each of the missing */
    void repeat(Plan plan, BiConsumer<LedgerEntry, RepeatedErasures.Repeated> told) {
        if (plan.missing().isEmpty()) {
            return;
        }
        LedgerKey key = ledger.key().orElseThrow();
        Set<String> wanted = plan.missing().stream().map(LedgerEntry::address).collect(Collectors.toSet());
        Map<String, AddressSearch.Found> found =
                QuarkusTransaction.requiringNew().timeout(LIMIT).call(() -> addresses.among(wanted, key));
        for (LedgerEntry entry : plan.missing()) {
            told.accept(
                    entry,
                    QuarkusTransaction.requiringNew()
                            .timeout(LIMIT)
                            .call(() -> erasures.repeat(entry, found.get(entry.address()), key)));
        }
    }
}
