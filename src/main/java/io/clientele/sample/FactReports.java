package io.clientele.sample;

import io.clientele.shared.load.LoadResult;
import io.clientele.shared.sql.DatabaseFailure;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Reports facts and tells the first that is refused. */
final class FactReports {

    private FactReports() {}

    /**
     * Reports the facts with one call.
     *
     * @param place where a fact was found, as people look for it
     * @throws LoadFailure naming the first fact that is refused
     */
    static <D> LoadResult report(List<D> facts, Function<D, String> place, Function<List<D>, LoadResult> reporting) {
        try {
            LoadResult told = reporting.apply(facts);
            told.failures().stream().findFirst().ifPresent(failure -> {
                throw new LoadFailure(place.apply(facts.get((int) failure.line() - 1)), failure.refusal());
            });
            return told;
        } catch (DatabaseFailure e) {
            SQLException cause = DatabaseFailure.in(e);
            throw cause == null ? e : new LoadFailure("the database failed; run it again to go on", cause);
        }
    }
}
