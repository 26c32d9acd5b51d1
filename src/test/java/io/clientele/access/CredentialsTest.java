package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.StatementCounter;
import io.clientele.shared.Caller;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The two locks on guessing, and what they cost. */
@QuarkusTest
class CredentialsTest {

    private static final String RIGHT = "Right-Pass-1";

    @Inject
    Credentials credentials;

    @Inject
    CredentialRepository repository;

    @Inject
    ThrottleRepository throttle;

    @Inject
    PasswordHasher hasher;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    @Test
    void a_thousand_parallel_guesses_let_six_be_checked() throws Exception {
        Subject subject = customer(6_001);
        double before = hashes();
        List<Boolean> answers = parallel(1_000, "many@example.com", subject, "Wrong-Pass-1");
        assertThat(answers).doesNotContain(true);
        assertThat(hashes() - before).isEqualTo(6);
        assertThat(signIn("many@example.com", subject, RIGHT)).isFalse();
    }

    @Test
    void parallel_right_passwords_are_no_failures() throws Exception {
        Subject subject = customer(6_002);
        assertThat(parallel(20, "busy@example.com", subject, RIGHT)).doesNotContain(false);
    }

    @Test
    void five_failures_and_a_success_begin_again() {
        Subject subject = customer(6_003);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn("Five@Example.com", subject, "Wrong-Pass-1")).isFalse();
            }
            assertThat(signIn("five@example.com", subject, RIGHT)).isTrue();
        }
        for (int i = 0; i < 6; i++) {
            assertThat(signIn("five@example.com", subject, "Wrong-Pass-1")).isFalse();
        }
        assertThat(signIn("FIVE@example.com", subject, RIGHT)).isFalse();
        // The other kind of caller with that name is somebody else.
        Subject admin = Subject.admin(6_003);
        credentials.set(admin, hasher.hash(RIGHT));
        assertThat(credentials.signIn(Caller.Type.ADMIN, "five@example.com", admin, RIGHT))
                .isTrue();
    }

    @Test
    void the_throttle_lets_in_again_when_its_time_is_over() {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Duration wait = Duration.ofMinutes(30);
        for (int i = 0; i < 6; i++) {
            assertThat(throttle.admit(Caller.Type.CUSTOMER, "time@example.com", now, 6, wait))
                    .isTrue();
        }
        Instant late = now.plusSeconds(1_799);
        assertThat(throttle.admit(Caller.Type.CUSTOMER, "time@example.com", late, 6, wait))
                .isFalse();
        Instant over = now.plusSeconds(1_800);
        assertThat(throttle.admit(Caller.Type.CUSTOMER, "time@example.com", over, 6, wait))
                .isTrue();
    }

    @Test
    void ten_failures_lock_an_account_until_the_time_is_over_or_it_is_unlocked() {
        Subject subject = customer(6_004);
        for (int i = 0; i < 10; i++) {
            assertThat(credentials.isLocked(subject)).isFalse();
            assertThat(credentials.verify(subject, "Wrong-Pass-1")).isFalse();
        }
        assertThat(credentials.isLocked(subject)).isTrue();
        assertThat(credentials.verify(subject, RIGHT)).isFalse();
        credentials.unlock(subject);
        assertThat(credentials.verify(subject, RIGHT)).isTrue();
    }

    @Test
    void an_accounts_lock_grows_to_fifteen_minutes_with_further_tries_and_counts_from_one_when_it_is_over() {
        Subject subject = customer(6_005);
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Duration lock = Duration.ofMinutes(10);
        Duration longest = Duration.ofMinutes(15);
        assertThat(repository.attempt(subject, now, 2, lock, longest).hash()).isPresent();
        assertThat(repository.locked(subject, now)).isFalse();
        assertThat(repository.attempt(subject, now, 2, lock, longest).hash()).isPresent();
        assertThat(repository.locked(subject, now.plusSeconds(599))).isTrue();
        assertThat(repository.locked(subject, now.plusSeconds(600))).isFalse();
        for (int minute : new int[] {3, 9, 14}) {
            assertThat(repository
                            .attempt(subject, now.plus(Duration.ofMinutes(minute)), 2, lock, longest)
                            .hash())
                    .isEmpty();
        }
        assertThat(repository.locked(subject, now.plusSeconds(899))).isTrue();
        Instant over = now.plus(Duration.ofMinutes(15));
        assertThat(repository.locked(subject, over)).isFalse();
        assertThat(repository.attempt(subject, over, 2, lock, longest).hash()).isPresent();
        assertThat(repository.locked(subject, over)).isFalse();
        assertThat(repository.attempt(subject, over, 2, lock, longest).hash()).isPresent();
        assertThat(repository.locked(subject, over.plus(Duration.ofMinutes(9)))).isTrue();
    }

    @Test
    void each_try_costs_one_hash_whether_the_login_exists_or_is_locked() {
        Subject subject = customer(6_006);
        double before = hashes();
        assertThat(signIn("nobody@example.com", null, RIGHT)).isFalse();
        assertThat(hashes() - before).isEqualTo(1);
        assertThat(signIn("somebody@example.com", subject, "Wrong-Pass-1")).isFalse();
        assertThat(hashes() - before).isEqualTo(2);
        assertThat(signIn("nopassword@example.com", Subject.customer(6_999), RIGHT))
                .isFalse();
        assertThat(hashes() - before).isEqualTo(3);
        for (int i = 0; i < 10; i++) {
            repository.attempt(subject, Instant.now(), 1, Duration.ofMinutes(10), Duration.ofMinutes(15));
        }
        assertThat(signIn("somebody@example.com", subject, RIGHT)).isFalse();
        assertThat(hashes() - before).isEqualTo(4);
    }

    @Test
    void a_guess_at_nobody_takes_the_statements_and_the_written_rows_of_one_at_somebody() {
        Subject subject = customer(6_007);
        StatementCounter counter =
                new StatementCounter(database, "^(?!.*(from|into|update) (credential|sign_in_throttle))");
        List<String> somebody = counter.of(() -> signIn("same7@example.com", subject, "Wrong-Pass-1"));
        int counted = countedAtNobody();
        assertThat(counter.of(() -> signIn("same8@example.com", null, "Wrong-Pass-1")))
                .containsExactlyInAnyOrderElementsOf(somebody);
        assertThat(countedAtNobody()).isGreaterThanOrEqualTo(counted + 4);
        counted = countedAtNobody();
        assertThat(counter.of(() -> signIn("same9@example.com", Subject.customer(6_998), "Wrong-Pass-1")))
                .containsExactlyInAnyOrderElementsOf(somebody);
        assertThat(countedAtNobody()).isGreaterThanOrEqualTo(counted + 4);
    }

    private int countedAtNobody() {
        return database.list(
                        SqlFragment.of("select sum(failures) from credential where subject_id < 0"),
                        row -> row.getInt(1))
                .get(0);
    }

    @Test
    void passwords_are_kept_as_argon2id_and_equal_ones_look_different() {
        String first = hasher.hash(RIGHT).phc();
        assertThat(first).startsWith("$argon2id$v=19$m=47104,t=1,p=1$");
        assertThat(hasher.hash(RIGHT).phc()).isNotEqualTo(first);
        assertThat(hasher.matches("pa\u0308ss", hasher.hash("p\u00e4ss"))).isTrue();
        String longText = "x".repeat(200);
        assertThat(hasher.matches(longText + "y", hasher.hash(longText))).isFalse();
    }

    @Test
    void what_has_expired_is_removed_and_the_rest_stays() {
        Instant now = Instant.now();
        Duration wait = Duration.ofHours(1);
        Instant before = now.minus(Duration.ofDays(2));
        assertThat(throttle.admit(Caller.Type.CUSTOMER, "old@example.com", before, 6, wait))
                .isTrue();
        assertThat(throttle.admit(Caller.Type.CUSTOMER, "new@example.com", now, 6, wait))
                .isTrue();
        assertThat(throttle.removeExpired(now, 1_000)).isGreaterThanOrEqualTo(1);
        assertThat(logins("old@example.com")).isZero();
        assertThat(logins("new@example.com")).isEqualTo(1);
    }

    private int logins(String key) {
        return database.list(SqlFragment.of("select 1 from sign_in_throttle where login_key = ?", key), row -> 1)
                .size();
    }

    private Subject customer(long id) {
        Subject subject = Subject.customer(id);
        credentials.set(subject, hasher.hash(RIGHT));
        return subject;
    }

    private boolean signIn(String login, Subject subject, String password) {
        return credentials.signIn(Caller.Type.CUSTOMER, login, subject, password);
    }

    private List<Boolean> parallel(int times, String login, Subject subject, String password) throws Exception {
        List<Boolean> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> inRequest(() -> signIn(login, subject, password))));
            }
            for (Future<Boolean> each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    /** As each request has a context of its own. */
    private static boolean inRequest(BooleanSupplier attempt) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            return attempt.getAsBoolean();
        } finally {
            context.terminate();
        }
    }

    private double hashes() {
        return metrics.get("clientele.password.hashes").counter().count();
    }
}
