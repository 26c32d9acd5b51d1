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
 * What was measured of the administrator's list.
 *
 * @param empty the emptiest answer as fast as it goes, a window for each round
 * @param pacedEmpty the same at the fixed rate: its latencies say how quiet the machine was
 */
record GridReport(
        String date,
        Options options,
        Map<String, String> machine,
        List<Window> empty,
        List<int[]> pacedEmpty,
        List<GridMeasured> measured,
        long residentMiB) {

    private static final double EFFICIENCY = 0.4;
    private static final double TIMES = 3;

    String markdown() {
        StringBuilder text =
                new StringBuilder("# The list of %,d customers, %s%n%n".formatted(options.customers(), date));
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append(line(
                "- %d custom attributes, 5 of them flagged; %d rounds, %d s at %d a second for each kind of request beside"
                        + " as long of its floor, and a third of that as fast as %d connections can%n",
                options.attributes(), options.rounds(), options.seconds(), GridRounds.RATE, options.connections()));
        text.append(line(
                "- p99 of the empty answer at that rate, in each round: %s ms%n",
                pacedEmpty.stream()
                        .map(round -> line("%.1f", round[(int) (0.99 * round.length)] / 1_000.0))
                        .collect(Collectors.joining(", "))));
        text.append(line("- Memory of the service after the load: %d MiB resident%n", residentMiB));
        text.append(
                "\nCPU time is in milliseconds for one request. Efficiency = (empty answer + bare SQL) / request. p99 is"
                        + " in milliseconds, at the fixed rate, of the calmest round; × is how many times its floor that is"
                        + " (goal: at most 3), and in brackets the same in every round.\n\n");
        text.append(
                "| request | p50 | CPU service | CPU PostgreSQL | CPU bare SQL | efficiency | p99 | p99 bare SQL | × |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        measured.forEach(each -> text.append(row(each)));
        return text.toString();
    }

    private String row(GridMeasured each) {
        Window request = each.request();
        double efficiency = each.efficiency(empty);
        double[] calmest = each.calmest();
        double times = calmest[0] / calmest[1];
        return line(
                "| %s | %.2f | %.3f | %.3f | %.3f | %s | %.2f | %.2f | %s (%s) |%n",
                each.scenario().name(),
                request.quantile(0.5),
                request.program(),
                request.database(),
                each.sql().cpu(),
                line(efficiency < EFFICIENCY ? "**%.2f missed**" : "%.2f", efficiency),
                calmest[0],
                calmest[1],
                line(times > TIMES ? "**%.1f missed**" : "%.1f", times),
                Arrays.stream(each.ratios())
                        .mapToObj(ratio -> line("%.1f", ratio))
                        .collect(Collectors.joining(", ")));
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(date + "-grid-" + options.customers() + ".md"), markdown());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
