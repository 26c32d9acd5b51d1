package io.clientele.pricing;

import io.clientele.shared.Fold;
import io.clientele.shared.Refusal;
import io.clientele.shared.load.LoadResult;
import io.clientele.shared.sql.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Stores the facts of many products with a few statements, in a transaction of their own. */
@ApplicationScoped
class ProductFactBatch {

    private final ProductFactRepository repository;
    private final ProductFactChecks checks;
    private final Clock clock;
    private final PriceEvents events;

    @Inject
    ProductFactBatch(ProductFactRepository repository, ProductFactChecks checks, Clock clock, PriceEvents events) {
        this.repository = repository;
        this.checks = checks;
        this.clock = clock;
        this.events = events;
    }

    /** A draft with the number of its line. */
    record Numbered(long line, ProductFactDraft draft) {}

    /** What is to be noted once the transaction has been committed. */
    private record Outcome(long created, long updated, Map<Long, Refusal> refused) {}

    void store(List<Numbered> drafts, LoadResult result) {
        if (drafts.isEmpty()) {
            return;
        }
        try {
            note(QuarkusTransaction.requiringNew().call(() -> write(drafts)), result);
        } catch (DatabaseFailure e) {
            // What a line names was deleted meanwhile: it is found by taking the lines one by one.
            if (DatabaseFailure.violatedConstraint(e).isEmpty()) {
                throw e;
            }
            drafts.forEach(each -> storeOne(each, result));
        }
    }

    private void storeOne(Numbered draft, LoadResult result) {
        try {
            note(QuarkusTransaction.requiringNew().call(() -> write(List.of(draft))), result);
        } catch (DatabaseFailure e) {
            if (DatabaseFailure.violatedConstraint(e).isEmpty()) {
                throw e;
            }
            result.failed(draft.line(), List.of(PricingRefusals.deletedMeanwhile()));
        }
    }

    private static void note(Outcome outcome, LoadResult result) {
        result.stored(outcome.created(), outcome.updated(), 0);
        outcome.refused().forEach((line, refusal) -> result.failed(line, List.of(refusal)));
    }

    private Outcome write(List<Numbered> drafts) {
        TreeSet<String> keys = new TreeSet<>();
        drafts.stream()
                .map(each -> each.draft().sku())
                .filter(Objects::nonNull)
                .forEach(sku -> keys.add(Fold.key(sku.strip())));
        repository.lock(keys);
        Map<String, ProductFact> stored = repository.facts(keys);
        Map<String, ProductFact> written = new LinkedHashMap<>();
        Map<Long, Refusal> refused = new LinkedHashMap<>();
        Map<String, Boolean> isNew = new HashMap<>();
        ProductFactChecks.Session session = checks.session();
        long updated = 0;
        for (Numbered each : drafts) {
            try {
                String key = Fold.key(ProductFactChecks.sku(each.draft().sku()));
                // A later line of the same product changes what an earlier one made of it.
                ProductFact was = written.getOrDefault(key, stored.get(key));
                written.put(key, session.onto(was, each.draft()));
                isNew.putIfAbsent(key, was == null);
                updated += was == null ? 0 : 1;
            } catch (Refusal refusal) {
                refused.put(each.line(), refusal);
            }
        }
        if (!written.isEmpty()) {
            repository.write(List.copyOf(written.values()), clock.instant());
            events.tellProducts(written.values().stream().map(ProductFact::sku).toList());
        }
        return new Outcome(isNew.values().stream().filter(created -> created).count(), updated, refused);
    }
}
