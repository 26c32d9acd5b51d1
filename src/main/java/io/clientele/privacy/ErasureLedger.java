package io.clientele.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file outside of the database that says who was erased, for the day on which the database is set back to an older backup. Lines are
 * only added, by any number of instances; what is added is on the disk before the erasure is committed.
 */
@ApplicationScoped
class ErasureLedger {

    private final Optional<Path> file;
    private final Optional<LedgerKey> key;
    // The file's own lock is the process's, not the thread's.
    private final ReentrantLock here = new ReentrantLock();

    @Inject
    ErasureLedger(PrivacyConfig config) {
        this.file = config.erasuresFile();
        this.key = config.erasuresKey().map(LedgerKey::new);
        if (file.isPresent() && key.isEmpty()) {
            throw new IllegalArgumentException("clientele.privacy.erasures-file needs clientele.privacy.erasures-key");
        }
    }

    /**
     * What a ledger says.
     *
     * @param entries by their ids in the order of their first lines; the first line of each counts
     * @param torn how many lines were not written to their ends; what they were about was not committed
     */
    record Content(List<LedgerEntry> entries, int torn) {}

    /** A file cannot be read as a ledger. The message is for people. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unreadable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The file that this service adds to, or empty. */
    Optional<Path> file() {
        return file;
    }

    /** The key of all ledgers of the deployment; empty where none is kept. */
    Optional<LedgerKey> key() {
        return key;
    }

    /**
     * Adds the entry, where a ledger is kept: it is on the disk when this returns.
     *
     * @throws UncheckedIOException when that cannot be done: the erasure must not be committed then
     */
    void add(LedgerEntry entry) {
        if (file.isEmpty()) {
            return;
        }
        String line = LedgerLine.of(entry, key.orElseThrow());
        here.lock();
        try {
            add(file.get(), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            here.unlock();
        }
    }

    private static void add(Path file, String line) throws IOException {
        boolean isNew = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            long end = channel.size();
            ByteBuffer bytes = ByteBuffer.wrap(
                    ((isTorn(channel, end) ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        }
        if (isNew) {
            // The file's name is the folder's to remember.
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Whether somebody was stopped in the middle of the last line. */
    private static boolean isTorn(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
    }

    /** @throws Unreadable when the file cannot be read, or a line does not come from whoever has the key */
    Content read(Path ledger) {
        LedgerKey ledgerKey = key.orElseThrow(() ->
                new Unreadable("set clientele.privacy.erasures-key to the key the ledger was written with", null));
        Map<UUID, LedgerEntry> entries = new LinkedHashMap<>();
        int torn = 0;
        try (Stream<String> lines = Files.lines(ledger, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                Optional<LedgerEntry> entry = read(line, number, ledger, ledgerKey);
                entry.ifPresent(each -> entries.putIfAbsent(each.id(), each));
                torn += entry.isEmpty() ? 1 : 0;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Unreadable("the ledger " + ledger + " can't be read", e);
        }
        return new Content(new ArrayList<>(entries.values()), torn);
    }

    private static Optional<LedgerEntry> read(String line, int number, Path ledger, LedgerKey key) {
        try {
            return LedgerLine.read(line, key);
        } catch (LedgerLine.Forged e) {
            throw new Unreadable("line " + number + " of " + ledger + " is not believed: " + e.getMessage(), e);
        }
    }
}
