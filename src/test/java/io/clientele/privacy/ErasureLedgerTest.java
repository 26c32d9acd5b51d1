package io.clientele.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.person.Person;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that remembers erasures outside of the database. */
class ErasureLedgerTest {

    private static final String KEY = "a key of the deployment, long enough to be one";
    private static final Person ADA = Person.email("ada@example.com");

    @TempDir
    Path folder;

    private Path file;
    private ErasureLedger ledger;

    @BeforeEach
    void open() {
        file = folder.resolve("erasures.ndjson");
        ledger = ledger(KEY);
    }

    @Test
    void what_was_added_is_read_again_and_names_nobody() throws Exception {
        LedgerEntry ada = entry(1);
        ledger.add(ada);
        ledger.add(entry(2));
        assertThat(ledger.read(file).entries()).hasSize(2).first().isEqualTo(ada);
        assertThat(ledger.read(file).torn()).isZero();
        assertThat(Files.readString(file)).doesNotContain("@", ADA.name());
        assertThat(ledger.key().orElseThrow().of(ADA))
                .isEqualTo(ada.address())
                .isNotEqualTo(new LedgerKey(KEY + "x").of(ADA));
    }

    @Test
    void what_is_tried_twice_is_one_erasure_that_was_done_when_it_was_tried_first() {
        LedgerEntry first = entry(1);
        ledger.add(first);
        ledger.add(new LedgerEntry(
                first.id(), 1, 1, first.address(), List.of(), first.erasedAt().plusSeconds(60)));
        assertThat(ledger.read(file).entries()).containsExactly(first);
    }

    @Test
    void a_line_that_was_not_written_to_its_end_hides_no_other_one() throws Exception {
        ledger.add(entry(1));
        Files.writeString(file, "{\"id\":\"0f", StandardOpenOption.APPEND);
        LedgerEntry next = entry(2);
        ledger.add(next);
        ErasureLedger.Content read = ledger.read(file);
        assertThat(read.torn()).isEqualTo(1);
        assertThat(read.entries()).hasSize(2).last().isEqualTo(next);
    }

    @Test
    void a_line_that_was_altered_or_is_of_another_key_is_not_believed() throws Exception {
        ledger.add(entry(1));
        assertThatThrownBy(() -> ledger(KEY + "x").read(file))
                .isInstanceOf(ErasureLedger.Unreadable.class)
                .hasMessage(
                        "line 1 of " + file + " is not believed: it was written with another key, or altered since");
        Files.writeString(file, Files.readString(file).replace("\"customer_id\":7", "\"customer_id\":8"));
        assertThatThrownBy(() -> ledger.read(file)).hasMessageContaining("is not believed");
        Files.writeString(file, "{\"id\":\"" + UUID.randomUUID() + "\"}\n");
        assertThatThrownBy(() -> ledger.read(file)).hasMessageContaining("is not believed");
    }

    @Test
    void many_who_add_at_the_same_time_each_have_their_line() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                int number = i;
                var _ = threads.submit(() -> ledger.add(entry(number)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(ledger.read(file).entries()).hasSize(40);
        assertThat(ledger.read(file).torn()).isZero();
    }

    @Test
    void what_cannot_be_written_is_no_erasure() {
        ErasureLedger nowhere =
                new ErasureLedger(config(folder.resolve("missing").resolve("erasures"), KEY));
        assertThatThrownBy(() -> nowhere.add(entry(1))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_file_without_a_key_or_with_a_short_one_is_refused_at_once() {
        assertThatThrownBy(() -> new ErasureLedger(config(file, null)))
                .hasMessage("clientele.privacy.erasures-file needs clientele.privacy.erasures-key");
        assertThatThrownBy(() -> new ErasureLedger(config(file, "short")))
                .hasMessage("clientele.privacy.erasures-key must have at least 32 characters");
    }

    private LedgerEntry entry(long request) {
        String address = ledger.key().orElseThrow().of(ADA);
        return new LedgerEntry(
                UUID.randomUUID(),
                request,
                1,
                address,
                List.of(
                        new LedgerEntry.Account(7, address, Instant.parse("2026-01-02T03:04:05.678901Z")),
                        new LedgerEntry.Account(9, null, null)),
                Instant.parse("2026-11-28T01:02:03.456789Z"));
    }

    private ErasureLedger ledger(String key) {
        return new ErasureLedger(config(file, key));
    }

    private static PrivacyConfig config(Path file, @Nullable String key) {
        return new PrivacyConfig() {
            @Override
            public Optional<Path> erasuresFile() {
                return Optional.of(file);
            }

            @Override
            public Optional<String> erasuresKey() {
                return Optional.ofNullable(key);
            }
        };
    }
}
