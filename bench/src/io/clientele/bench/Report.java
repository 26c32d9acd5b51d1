package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured.
 *
 * @param empty the emptiest answer, a window for each round
 * @param restEmpty the cheapest resource of REST, a window for each round
 * @param before the report of the same at another size to compare with, or null
 */
record Report(
        String date,
        Options options,
        Map<String, String> machine,
        List<Window> empty,
        List<Window> restEmpty,
        List<Measured> measured,
        Starts starts,
        long residentMiB,
        long peakMiB,
        @Nullable JsonNode before) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Report started(Starts times) {
        return new Report(date, options, machine, empty, restEmpty, measured, times, residentMiB, peakMiB, before);
    }

    ObjectNode json() {
        ObjectNode all = JSON.createObjectNode();
        all.put("date", date).put("customers", options.customers()).put("seconds", options.seconds());
        all.put("warm_up", options.warmUp()).put("rounds", options.rounds()).put("connections", options.connections());
        all.set("machine", JSON.valueToTree(machine));
        all.put("start_seconds", round(starts.whole().seconds()))
                .put("start_seconds_service", round(starts.service().seconds()));
        all.put("start_cpu_seconds", round(starts.whole().cpu()))
                .put("start_cpu_seconds_service", round(starts.service().cpu()));
        all.put("resident_mib", residentMiB).put("resident_peak_mib", peakMiB);
        all.put("empty_cpu_ms", round(all(empty).cpu()))
                .put("empty_rest_cpu_ms", round(all(restEmpty).cpu()));
        ArrayNode scenarios = all.putArray("scenarios");
        for (Measured each : measured) {
            Window request = each.request();
            ObjectNode one = scenarios.addObject().put("name", each.scenario().name());
            one.put("per_second", round(request.perSecond()));
            one.put("p50_ms", round(request.quantile(0.5))).put("p99_ms", round(request.quantile(0.99)));
            one.put("service_cpu_ms", round(request.program())).put("database_cpu_ms", round(request.database()));
            one.put("sql_program_cpu_ms", round(each.sql().program()));
            one.put("sql_database_cpu_ms", round(each.sql().database()));
            one.put("sql_p50_ms", round(each.sql().quantile(0.5)));
            one.put("efficiency", round(each.efficiency(empty)));
            one.put("target", each.scenario().target());
            one.set("statements", JSON.valueToTree(each.statements()));
        }
        return all;
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# %,d customers, %s%n%n".formatted(options.customers(), date));
        machine.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append(line(
                "- Load: %d connections, %d s of warm-up, %d s for each kind of request in %d rounds, each beside its floor%n",
                options.connections(), options.warmUp(), options.seconds(), options.rounds()));
        text.append(
                "\nCPU time is in milliseconds for one request. Efficiency = (empty answer + bare SQL) / request.\n\n");
        text.append("| request | per s | p50 ms | p99 ms | CPU service | CPU PostgreSQL | CPU bare SQL: program"
                        + " | CPU bare SQL: PostgreSQL | efficiency | target |")
                .append(before == null ? "" : " × smaller |");
        text.append("\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
                .append(before == null ? "" : "--:|")
                .append('\n');
        measured.forEach(each -> text.append(row(each)));
        text.append(empty("empty answer (`/q/health/live`)", all(empty)));
        text.append(empty("least of REST (`/rest/V1/directory/currency`)", all(restEmpty)));
        text.append("\n- ").append(starts.line()).append('\n');
        text.append(line(
                "- Memory of the service after the load: %d MiB resident, %d MiB at most (goal: under 400)%n",
                residentMiB, peakMiB));
        text.append("\nWhat the service asks PostgreSQL for one request, which is also what the bare loop runs:\n\n");
        List<String> statements = measured.stream()
                .flatMap(each -> each.statements().stream())
                .distinct()
                .toList();
        measured.forEach(each -> text.append("- ")
                .append(each.scenario().name())
                .append(": ")
                .append(each.statements().stream()
                        .map(statement -> "S" + (1 + statements.indexOf(statement)))
                        .collect(Collectors.joining(", ")))
                .append('\n'));
        text.append('\n');
        statements.forEach(statement -> text.append("- S")
                .append(1 + statements.indexOf(statement))
                .append(": `")
                .append(statement)
                .append("`\n"));
        return text.toString();
    }

    private String row(Measured each) {
        Window request = each.request();
        Window sql = each.sql();
        double efficiency = each.efficiency(empty);
        double target = each.scenario().target();
        String row = line(
                "| %s | %.0f | %.2f | %.2f | %.3f | %.3f | %.3f | %.3f | **%.2f** | %s |",
                each.scenario().name(),
                request.perSecond(),
                request.quantile(0.5),
                request.quantile(0.99),
                request.program(),
                request.database(),
                sql.program(),
                sql.database(),
                efficiency,
                target == 0 ? "" : line("%.2f %s", target, efficiency >= target ? "met" : "missed"));
        return row + growth(each) + "\n";
    }

    /** How many times the CPU time and the median of the smaller number of customers; the goal is at most 1.5. */
    private String growth(Measured each) {
        if (before == null) {
            return "";
        }
        for (JsonNode old : before.path("scenarios")) {
            if (old.path("name").asText().equals(each.scenario().name())) {
                double cpu = old.path("service_cpu_ms").asDouble()
                        + old.path("database_cpu_ms").asDouble();
                return line(
                        " CPU %.2f, p50 %.2f |",
                        each.request().cpu() / cpu,
                        each.request().quantile(0.5) / old.path("p50_ms").asDouble());
            }
        }
        return " |";
    }

    private String empty(String name, Window window) {
        return line(
                "| %s | %.0f | %.2f | %.2f | %.3f | %.3f | | | | |%s%n",
                name,
                window.perSecond(),
                window.quantile(0.5),
                window.quantile(0.99),
                window.program(),
                window.database(),
                before == null ? "" : " |");
    }

    void write(Path folder) throws IOException {
        String name = date + "-" + options.customers();
        Files.writeString(folder.resolve(name + ".md"), markdown());
        Files.writeString(
                folder.resolve(name + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json()) + "\n");
    }

    /** The newest report of the given number of customers, or null. */
    static @Nullable JsonNode latest(Path folder, int customers) throws IOException {
        try (var files = Files.list(folder)) {
            Path newest = files.filter(file -> file.getFileName().toString().endsWith("-" + customers + ".json"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElse(null);
            return newest == null ? null : JSON.readTree(newest.toFile());
        }
    }

    private static Window all(List<Window> windows) {
        return windows.stream().reduce(Window::and).orElseThrow();
    }

    private static double round(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
