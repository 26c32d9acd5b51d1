package io.clientele.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps the embedded PostgreSQL between starts. One process at a time holds it; the lock is the
 * operating system's, so it ends with the process however that dies.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, making it when there is none.
     *
     * @throws StartRefusal when another process holds it or it cannot be written
     */
    static DataFolder lock(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path file = path.resolve("lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw new StartRefusal("The data folder " + path + " is in use by process " + holder
                        + ". Stop that one, or name another folder with CLIENTELE_DATA.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(path.toRealPath(), channel);
        } catch (AccessDeniedException e) {
            throw new StartRefusal("The data folder " + path + " cannot be written by this user");
        } catch (IOException e) {
            throw new StartRefusal("The data folder " + path + " cannot be used", e);
        }
    }

    /** Whether another process holds the folder. */
    static boolean held(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The cluster PostgreSQL works on. */
    Path cluster() {
        return path.resolve("postgres");
    }

    /** A cluster whose making was interrupted; it has never held data. */
    Path unfinishedCluster() {
        return path.resolve("postgres.unfinished");
    }

    Path databaseFile() {
        return databaseFile(path);
    }

    static Path databaseFile(Path folder) {
        return folder.resolve("database.properties");
    }

    /** What the server says while it starts and stops; while it runs it logs into its cluster. */
    Path startLog() {
        return path.resolve("postgres-start.log");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with the process, which is about to end.
            System.err.println("clientele: the lock of " + path + " was not released: " + e.getMessage());
        }
    }
}
