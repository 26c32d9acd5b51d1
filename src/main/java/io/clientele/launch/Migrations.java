package io.clientele.launch;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date before the application starts; tests leave it to Quarkus, which does the same. */
final class Migrations {

    /** Held so that its level lasts: the library tells its every step, before the logs are configured. */
    private static final Logger LIBRARY = Logger.getLogger("org.flywaydb");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private Migrations() {}

    /**
     * Runs what is missing as the owner and lets the service's role work with the rows.
     *
     * @throws StartRefusal when the schema cannot be brought up to date
     */
    static void run(String url, String service, String owner, String password) {
        try {
            Flyway.configure()
                    .dataSource(url, owner, password)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("service_role", service))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefusal("The schema could not be brought up to date", e);
        }
        System.setProperty("quarkus.flyway.active", "false");
    }
}
