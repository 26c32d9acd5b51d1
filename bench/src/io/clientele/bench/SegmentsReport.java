package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured of segments. */
final class SegmentsReport {

    private static final double MOST_RECOMPUTE = 1.2;
    private static final double MOST_PREVIEW = 1.3;

    private final String date = LocalDate.now(ZoneOffset.UTC).toString();
    private final Options options;
    private final Map<String, String> machine;
    private final Map<SegmentCase, List<Turn>> cases = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    SegmentsReport(Options options, Map<String, String> machine) {
        this.options = options;
        this.machine = machine;
    }

    /**
     * A segment measured once.
     *
     * @param recomputed by the service, until its job is done
     * @param byHand the statement by hand into a table, compared with the members both ways
     * @param withMoments the same with the moments at which answers change
     * @param previewed by the service
     * @param counted by hand
     * @param members how many there are
     * @param refused whether the preview was, because it took too long
     * @param differs customers of which the service and the statement by hand say different things
     */
    record Turn(
            SegmentsBench.Timed recomputed,
            SegmentsBench.Timed byHand,
            SegmentsBench.Timed withMoments,
            SegmentsBench.Timed previewed,
            SegmentsBench.Timed counted,
            long members,
            boolean refused,
            long differs) {

        double recompute() {
            return recomputed.cpu() / byHand.cpu();
        }

        double recomputeWithMoments() {
            return recomputed.cpu() / withMoments.cpu();
        }

        double preview() {
            return ofPreviews(previewed.cpu() / counted.cpu());
        }

        /** Not a number where the preview was refused. */
        double ofPreviews(double number) {
            return refused ? Double.NaN : number;
        }
    }

    void add(SegmentCase one, List<Turn> turns) {
        cases.put(one, turns);
    }

    /** @param all what it took to recompute at once all that was recomputed one by one */
    void together(SegmentsBench.Timed all) {
        double oneByOne = sum(turn -> turn.recomputed().cpu());
        lines.add(text(
                "- %d segments refreshed at once: %.1f s, CPU %.0f ms, %.2f of the %.0f ms one by one (goal: 0.6)",
                cases.size(), all.seconds(), all.cpu(), all.cpu() / oneByOne, oneByOne));
    }

    /** @param statements what took how long in the database, an order each line */
    void single(SegmentFlow.Seen seen, SegmentFlow.Spent statements) {
        lines.add(text(
                "- One order after the other, with the segments but for the ranks: all of them up to date %.1f ms (median; p99 %.1f) after"
                        + " the answer; CPU of PostgreSQL %.1f ms an order with receiving it, of the service %.1f ms",
                seen.median(), seen.p99(), seen.databaseMs(), seen.serviceMs()));
        lines.add(text(
                "- Database time of one order, which is that of all statements of the service until the segments have followed:"
                        + " %.1f ms (median; p99 %.1f; goal: 10), of it %.1f ms planning on average",
                statements.median(), statements.p99(), statements.planning()));
        statements.longest().forEach(each -> lines.add("  - " + each));
    }

    void steady(SegmentFlow.Seen seen) {
        lines.add(text(
                "- Orders in calls of 100, three a second: %.0f a second, membership behind by %.0f ms (median), %.0f ms (p99; goal:"
                        + " 1000); CPU an order: PostgreSQL %.1f ms, service %.1f ms",
                seen.perSecond(), seen.median(), seen.p99(), seen.databaseMs(), seen.serviceMs()));
    }

    void reads(String what, Window window) {
        lines.add(text(
                "- %s: %.0f a second, p50 %.2f ms, p99 %.2f ms, CPU %.2f ms",
                what, window.perSecond(), window.quantile(0.5), window.quantile(0.99), window.cpu()));
    }

    String markdown() {
        StringBuilder text = new StringBuilder(text("# Segments of %,d customers, %s%n%n", options.customers(), date));
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        lines.forEach(line -> text.append(line).append('\n'));
        double recompute =
                sum(turn -> turn.recomputed().cpu()) / sum(turn -> turn.byHand().cpu());
        double preview = sum(turn -> turn.ofPreviews(turn.previewed().cpu()))
                / sum(turn -> turn.ofPreviews(turn.counted().cpu()));
        double withMoments = sum(turn -> turn.recomputed().cpu())
                / sum(turn -> turn.withMoments().cpu());
        text.append(text(
                "%nAll together: recomputing takes × %.2f of the CPU by hand (goal for each: %.1f), × %.2f where moments of change are"
                        + " found by hand as well, a preview × %.2f (goal: %.1f). %d of %d recomputations, %d with moments, and %d of %d"
                        + " previews are within their goals; %d previews took longer than they may and were refused. Medians of %d rounds; CPU of the service and PostgreSQL in milliseconds;"
                        + " seconds from the request to the end of the job.%n%n",
                recompute,
                MOST_RECOMPUTE,
                withMoments,
                preview,
                MOST_PREVIEW,
                count(Turn::recompute, MOST_RECOMPUTE),
                cases.size(),
                count(Turn::recomputeWithMoments, MOST_RECOMPUTE),
                count(Turn::preview, MOST_PREVIEW),
                cases.size(),
                cases.values().stream()
                        .filter(turns -> turns.getLast().refused())
                        .count(),
                options.rounds()));
        text.append(
                "| rule | members | differ | recompute s | CPU | of it PostgreSQL | by hand s | CPU | × CPU | with moments | × CPU | preview s | CPU | count CPU | × CPU |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        cases.forEach((one, turns) -> text.append(text(
                "| `%s` | %,d | %,d | %.2f | %.0f | %.0f | %.2f | %.0f | **%.2f** | %.0f | **%.2f** | %.2f | %.0f | %.0f | **%.2f** |%n",
                one.rule().replace("|", "\\|"),
                turns.getLast().members(),
                turns.getLast().differs(),
                median(turns, turn -> turn.recomputed().seconds()),
                median(turns, turn -> turn.recomputed().cpu()),
                median(turns, turn -> turn.recomputed().databaseMs()),
                median(turns, turn -> turn.byHand().seconds()),
                median(turns, turn -> turn.byHand().cpu()),
                median(turns, Turn::recompute),
                median(turns, turn -> turn.withMoments().cpu()),
                median(turns, Turn::recomputeWithMoments),
                median(turns, turn -> turn.previewed().seconds()),
                median(turns, turn -> turn.previewed().cpu()),
                median(turns, turn -> turn.counted().cpu()),
                median(turns, Turn::preview))));
        return text.toString();
    }

    private long count(ToDoubleFunction<Turn> ratio, double most) {
        return cases.values().stream()
                .filter(turns -> median(turns, ratio) <= most)
                .count();
    }

    private double sum(ToDoubleFunction<Turn> part) {
        return cases.values().stream()
                .mapToDouble(turns -> median(turns, part))
                .filter(number -> !Double.isNaN(number))
                .sum();
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> part) {
        double[] values = turns.stream().mapToDouble(part).sorted().toArray();
        return values[values.length / 2];
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(date + "-segments-" + options.customers() + ".md"), markdown());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
