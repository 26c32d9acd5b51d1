package io.clientele.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the embedded PostgreSQL weighs safety against speed, with the settings each choice brings. */
public enum Durability {
    /** As in production: what was acknowledged survives a crash of the machine. */
    SAFE("on") {
        @Override
        Map<String, String> memory() {
            return ServerMemory.ofThisMachine();
        }
    },
    /** Fast and unsafe, for databases that live as long as a test run. */
    FAST("off") {
        // Little, because emptying a table looks through all of it.
        @Override
        Map<String, String> memory() {
            return Map.of("shared_buffers", "128MB", "effective_cache_size", "1GB");
        }
    };

    private final String flush;

    Durability(String flush) {
        this.flush = flush;
    }

    /** The settings of its memory. */
    abstract Map<String, String> memory();

    /** The settings given to the server; they win over the library's own, which are made for tests. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", flush);
        settings.put("synchronous_commit", flush);
        settings.put("full_page_writes", flush);
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "60");
        settings.putAll(memory());
        settings.put("random_page_cost", "1.1");
        settings.put("work_mem", "8MB");
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("logging_collector", "on");
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        // Details of a violated constraint hold people's data.
        settings.put("log_error_verbosity", "terse");
        return settings;
    }
}
