package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were taken on. */
final class Machine {

    private Machine() {}

    static Map<String, String> facts(Database database) throws Exception {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put("Memory", Cpu.mebibytes(Files.readString(Path.of("/proc/meminfo")), "MemTotal:") / 1024 + " GiB");
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
        facts.put("PostgreSQL", database.ask("show server_version"));
        facts.put("Database", database.ask("select pg_size_pretty(pg_database_size(current_database()))"));
        facts.put("Busy before the start", load() + " of the cores on average of a minute");
        return facts;
    }

    private static String processor() throws IOException {
        return Files.readString(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    }
}
