package io.clientele.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A real PostgreSQL that runs beside the service and keeps its data in a folder: loopback only, passwords, UTF-8 with
 * a locale that folds accented letters whatever the environment says. The database {@code clientele} belongs to the
 * role {@code clientele_owner}; the service works as {@code clientele}, which owns nothing.
 */
public final class EmbeddedServer implements AutoCloseable {

    public static final String DATABASE = "clientele";
    public static final String OWNER = "clientele_owner";
    public static final String SERVICE = "clientele";

    /** Held so that its level lasts: the library tells its every step, before the logs are configured. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(40);

    private final DataFolder folder;
    private final DatabaseFile file;
    private final EmbeddedPostgres server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(DataFolder folder, DatabaseFile file, EmbeddedPostgres server) {
        this.folder = folder;
        this.file = file;
        this.server = server;
    }

    /**
     * Starts the server of the folder, making its cluster at the first start and stopping an orphan before.
     *
     * @param extra settings of the server beyond those of the durability
     * @throws StartRefusal when the folder is in use or the server does not start
     */
    public static EmbeddedServer start(Path path, Path binaries, Durability durability, Map<String, String> extra) {
        DataFolder folder = DataFolder.lock(path);
        try {
            DatabaseFile file = DatabaseFile.read(folder.databaseFile());
            Files.deleteIfExists(folder.startLog());
            Starter starter = new Starter(folder, binaries, durability, extra);
            if (Files.exists(folder.cluster())) {
                Orphan.stop(folder.cluster());
            } else {
                create(folder, file, starter);
            }
            int port = port(file.port());
            EmbeddedPostgres server = starter.start(folder.cluster(), file, port);
            DatabaseFile running = file.on(port);
            if (!running.equals(file)) {
                running.write(folder.databaseFile());
            }
            return new EmbeddedServer(folder, running, server);
        } catch (IOException e) {
            folder.close();
            throw new StartRefusal("The embedded PostgreSQL did not start (see " + folder.startLog() + ")", e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Makes the cluster beside its place and moves it there when it is complete: a kill never leaves half of one. */
    private static void create(DataFolder folder, DatabaseFile file, Starter starter) throws IOException {
        Path unfinished = folder.unfinishedCluster();
        Orphan.stop(unfinished);
        delete(unfinished);
        file.write(folder.databaseFile());
        try (EmbeddedPostgres server = starter.start(unfinished, file, freePort())) {
            ClusterSetup.run(server.getPostgresDatabase(), file);
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    public String jdbcUrl() {
        return jdbcUrl(file.port());
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public int port() {
        return file.port();
    }

    public String ownerPassword() {
        return file.owner();
    }

    public String servicePassword() {
        return file.service();
    }

    /** The service's database as the superuser, for what neither role may do: extensions of the tests, fault tests. */
    public DataSource asSuperuser() {
        return server.getDatabase("postgres", DATABASE);
    }

    /** Stops the server and gives the folder back; the data stays. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            Optional<ProcessHandle> process = Orphan.find(folder.cluster());
            server.close();
            // The library gives up after five seconds; whatever is left is stopped by force.
            Orphan.stop(folder.cluster());
            // The server removes its file a moment before it ends.
            process.ifPresent(Orphan::ended);
        } catch (IOException e) {
            throw new StartRefusal("The embedded PostgreSQL did not stop cleanly", e);
        } finally {
            folder.close();
        }
    }

    /** The port of the last run where it is free, so that tools of people keep working; otherwise any. */
    private static int port(int last) throws IOException {
        if (last != 0) {
            try (ServerSocket socket = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                return freePort();
            }
        }
        return freePort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** The library's builder with everything set that its defaults, made for tests, leave open. */
    private record Starter(DataFolder folder, Path binaries, Durability durability, Map<String, String> extra) {

        EmbeddedPostgres start(Path cluster, DatabaseFile file, int port) throws IOException {
            Path passwordFile = DatabaseFile.createPrivate(folder.databaseFile().resolveSibling("password.tmp"));
            try {
                Files.writeString(passwordFile, file.superuser());
                Files.createDirectories(binaries);
                return builder(cluster, file, port, passwordFile).start();
            } finally {
                Files.delete(passwordFile);
            }
        }

        private EmbeddedPostgres.Builder builder(Path cluster, DatabaseFile file, int port, Path passwordFile) {
            ProcessBuilder.Redirect log =
                    ProcessBuilder.Redirect.appendTo(folder.startLog().toFile());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_LIMIT)
                    .setPort(port)
                    .setConnectConfig("password", file.superuser())
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8");
            durability.settings().forEach(builder::setServerConfig);
            extra.forEach(builder::setServerConfig);
            return builder;
        }
    }
}
