package io.clientele.launch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * How much memory the embedded PostgreSQL works with on a machine of a size. PostgreSQL's documentation gives a server of its
 * own a quarter for its pages; this one shares the machine with the service and whatever else people run.
 */
final class ServerMemory {

    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_PAGES = 128;
    private static final long MOST_PAGES = 8192;

    private ServerMemory() {}

    /** The settings for this machine, or for the container around the process. */
    static Map<String, String> ofThisMachine() {
        return of(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /**
     * An eighth for the server's own pages, which it takes as they are used, between 128 MB and 8 GB; and what it may expect the
     * system to keep of its files, half.
     *
     * @param bytes all of the machine's memory
     */
    static Map<String, String> of(long bytes) {
        long megabytes = bytes / MEGABYTE;
        long pages = Math.clamp(megabytes / 8, LEAST_PAGES, MOST_PAGES);
        return Map.of("shared_buffers", pages + "MB", "effective_cache_size", Math.max(megabytes / 2, pages) + "MB");
    }
}
