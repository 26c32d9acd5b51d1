package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured of prices.
 *
 * @param empty the emptiest answer as fast as it goes, a window for each round
 */
record PricesReport(
        String date,
        Options options,
        Map<String, String> machine,
        List<Window> empty,
        List<GridMeasured> measured,
        BulkLoad bulk,
        PriceFileLoad.Result file,
        long residentMiB) {

    private static final double MOST_CPU = 2.0;
    private static final double MOST_P99 = 3;
    private static final double MOST_LOAD = 2.5;
    private static final double LEAST_ROWS = 20_000;

    String markdown() {
        StringBuilder text = new StringBuilder("# Prices of %,d products, %s%n%n".formatted(options.skus(), date));
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append(line(
                "- %d rounds, %d s at %d a second for each kind of quote beside as long of its floor, and a third of that"
                        + " as fast as %d connections can%n",
                options.rounds(), options.seconds(), GridRounds.RATE, options.connections()));
        text.append(line("- CPU of the empty answer: %.3f ms%n", cpu(empty)));
        text.append(line("- Memory of the service after the load: %d MiB resident%n", residentMiB));
        text.append(
                "\nCPU time is in milliseconds for one quote, of the service or the bare loop and PostgreSQL together."
                        + " × CPU is how many times the bare SQL's that is (goal: at most 2.0 from 100 lines on). p99 is in milliseconds, at the fixed"
                        + " rate, of the calmest round; × p99 is how many times its floor that is (goal: at most 3), and in"
                        + " brackets the same in every round.\n\n");
        text.append(
                "| quote | p50 | CPU service | CPU PostgreSQL | CPU bare SQL | × CPU | p99 | p99 bare SQL | × p99 |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        measured.forEach(each -> text.append(row(each)));
        text.append(load());
        text.append(line(
                "%nA CSV file of %,d tier prices: %.1f s, %,.0f rows a second. Memory of the service, whose heap is 192 MiB"
                        + " at most: %d MiB resident before, at most %d MiB in the first half of the time and %d MiB in the"
                        + " second (goal: flat).%n",
                file.rows(),
                file.seconds(),
                file.rows() / file.seconds(),
                file.residentMiB(),
                file.firstHalfMiB(),
                file.secondHalfMiB()));
        return text.toString();
    }

    private static double cpu(List<Window> windows) {
        return windows.stream().reduce(Window::and).orElseThrow().cpu();
    }

    private static String row(GridMeasured each) {
        Window request = each.request();
        Window sql = each.sql();
        double[] calmest = each.calmest();
        return line(
                "| %s | %.2f | %.3f | %.3f | %.3f | %s | %.2f | %.2f | %s (%s) |%n",
                each.scenario().name(),
                request.quantile(0.5),
                request.program(),
                request.database(),
                sql.cpu(),
                times(
                        request.cpu() / sql.cpu(),
                        each.scenario().name().contains("00 lines") ? MOST_CPU : Double.MAX_VALUE),
                calmest[0],
                calmest[1],
                times(calmest[0] / calmest[1], MOST_P99),
                Arrays.stream(each.ratios())
                        .mapToObj(ratio -> line("%.1f", ratio))
                        .collect(Collectors.joining(", ")));
    }

    private String load() {
        double rest = BulkLoad.seconds(bulk.rest());
        double copy = BulkLoad.seconds(bulk.copies());
        double rows = BulkLoad.ROWS / rest;
        return line(
                "%nTier prices in calls of %,d rows, the median of %d, in turn with COPY into the same table:"
                        + " %.3f s over REST, %.3f s by COPY, × %s (goal: at most 2.5); %,.0f rows a second%s (goal: at"
                        + " least 20,000). CPU time of a call: %.0f ms over REST, %.0f ms by COPY.%n",
                BulkLoad.ROWS,
                bulk.rest().size(),
                rest,
                copy,
                times(rest / copy, MOST_LOAD),
                rows,
                rows < LEAST_ROWS ? " **missed**" : "",
                BulkLoad.cpu(bulk.rest()),
                BulkLoad.cpu(bulk.copies()));
    }

    private static String times(double times, double most) {
        return line(times > most ? "**%.2f missed**" : "%.2f", times);
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(date + "-prices-" + options.skus() + ".md"), markdown());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
