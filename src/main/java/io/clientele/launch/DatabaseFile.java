package io.clientele.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the embedded PostgreSQL and the port it listens on. They are made at the first start and kept in a
 * file that only its owner can read.
 *
 * @param superuser the password of {@code postgres}, which only sets up the cluster
 * @param owner the password of the role that owns the database and runs the migrations
 * @param service the password of the role the service works as
 * @param port the port the server listens on, or last did; 0 before its first start
 */
record DatabaseFile(String superuser, String owner, String service, int port) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static DatabaseFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new DatabaseFile(password(), password(), password(), 0);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new DatabaseFile(
                required(properties, "superuser-password", file),
                required(properties, "owner-password", file),
                required(properties, "service-password", file),
                Integer.parseInt(properties.getProperty("port", "0")));
    }

    DatabaseFile on(int newPort) {
        return new DatabaseFile(superuser, owner, service, newPort);
    }

    /** Replaces the file in one step, so that a kill leaves the old one or the new one. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("superuser-password", superuser);
        properties.setProperty("owner-password", owner);
        properties.setProperty("service-password", service);
        if (port != 0) {
            properties.setProperty("port", Integer.toString(port));
        }
        Path unfinished = createPrivate(file.resolveSibling(file.getFileName() + ".new"));
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(
                    writer, "The embedded PostgreSQL of this folder. Without this file its data cannot be opened.");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes an empty file that only its owner can read and write. */
    static Path createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static String required(Properties properties, String key, Path file) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new StartRefusal("The file " + file + " lacks \"" + key + "\"; restore it from a backup.");
        }
        return value;
    }

    private static String password() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "DatabaseFile[port=" + port + "]";
    }
}
