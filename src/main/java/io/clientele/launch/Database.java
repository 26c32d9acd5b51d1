package io.clientele.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Decides which PostgreSQL the application works on and passes it on as its configuration. */
final class Database {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final String OWNER = "clientele.database.owner-username";
    private static final String OWNER_PASSWORD = "clientele.database.owner-password";

    private Database() {}

    static boolean external() {
        return Environment.get(URL) != null;
    }

    /**
     * Checks the external database or starts the embedded one, and brings its schema up to date. A command that does not serve works beside a running
     * service on that one's database.
     */
    static void prepare(boolean serving, Shutdown shutdown) {
        String url = Environment.get(URL);
        if (url != null) {
            ExternalDatabase.check(url, Environment.get(OWNER));
            String service = Environment.get(USERNAME, "");
            String password = Environment.get(PASSWORD, "");
            Migrations.run(url, service, Environment.get(OWNER, service), Environment.get(OWNER_PASSWORD, password));
            return;
        }
        Path folder = Path.of(Environment.get("clientele.data", "data"));
        if (!serving && joinRunning(folder)) {
            return;
        }
        EmbeddedServer server = EmbeddedServer.start(folder, folder.resolve("binaries"), Durability.SAFE, Map.of());
        shutdown.stopLast(server);
        use(server.jdbcUrl(), server.servicePassword(), server.ownerPassword());
    }

    private static boolean joinRunning(Path folder) {
        try {
            DatabaseFile file = DatabaseFile.read(DataFolder.databaseFile(folder));
            if (file.port() == 0 || !DataFolder.held(folder)) {
                return false;
            }
            use(EmbeddedServer.jdbcUrl(file.port()), file.service(), file.owner());
            return true;
        } catch (IOException e) {
            throw new StartRefusal("The data folder " + folder + " cannot be read", e);
        }
    }

    private static void use(String url, String servicePassword, String ownerPassword) {
        System.setProperty(URL, url);
        System.setProperty(USERNAME, EmbeddedServer.SERVICE);
        System.setProperty(PASSWORD, servicePassword);
        System.setProperty(OWNER, EmbeddedServer.OWNER);
        System.setProperty(OWNER_PASSWORD, ownerPassword);
        Migrations.run(url, EmbeddedServer.SERVICE, EmbeddedServer.OWNER, ownerPassword);
    }
}
