package io.clientele.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads what processes have used, from Linux's {@code /proc}. */
final class Cpu {

    /** What the kernel counts in towards user space; 100 a second on every platform PostgreSQL's binaries are made for. */
    private static final double TICKS_PER_MS = 0.1;

    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private Cpu() {}

    /** CPU time of a process with all its threads in milliseconds; of children only those that have ended. */
    static double of(long pid) {
        String stat = read(pid, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        // The name is in brackets and may hold blanks; the fields behind it count from the process's state.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", CHILDREN_SYSTEM + 2);
        double ticks = 0;
        for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_MS;
    }

    /** CPU time of a server that works in child processes: its own, theirs, and of those that have ended. */
    static double ofFamily(long pid) {
        return of(pid)
                + ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> of(child.pid()))
                        .sum();
    }

    /** Memory of a process that is in RAM now, in MiB: private pages and its share of mapped files alike. */
    static long residentMiB(long pid) {
        return mebibytes(read(pid, "status"), "VmRSS:");
    }

    /** The most memory of the process that was in RAM at a time, in MiB. */
    static long peakMiB(long pid) {
        return mebibytes(read(pid, "status"), "VmHWM:");
    }

    static long mebibytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().toLowerCase(Locale.ROOT))
                .mapToLong(value -> Long.parseLong(value.substring(0, value.indexOf(' '))) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** A file of the process, or nothing when the process has ended. */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            if (!Files.exists(Path.of("/proc", Long.toString(pid)))) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
