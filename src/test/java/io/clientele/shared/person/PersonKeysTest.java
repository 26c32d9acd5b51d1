package io.clientele.shared.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.Race;
import io.clientele.shared.AfterCommit;
import io.clientele.shared.Snapshots;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Keys of persons, on this instance and on another one that shares nothing with it but the database. */
@QuarkusTest
class PersonKeysTest {

    @Inject
    PersonKeys keys;

    @Inject
    PersonKeyRepository repository;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Clock clock;

    @Inject
    DataSource dataSource;

    @Inject
    Database database;

    private static Person somebody() {
        return Person.customer(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50));
    }

    @Test
    void what_is_sealed_is_opened_for_the_same_person_only() {
        Person person = somebody();
        byte[] sealed = keys.seal(person, "Élodie");
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("lodie");
        assertThat(keys.seal(person, "Élodie")).isNotEqualTo(sealed);
        assertThat(keys.open(person, sealed)).contains("Élodie");
        assertThat(keys.open(somebody(), sealed)).isEmpty();
        Person other = somebody();
        keys.seal(other, "x");
        assertThat(keys.open(other, sealed)).isEmpty();
    }

    @Test
    void many_who_need_the_first_key_at_once_get_the_same_one() throws Exception {
        Person person = somebody();
        try (Race race = new Race(16)) {
            List<byte[]> sealed =
                    race.round(_ -> () -> QuarkusTransaction.requiringNew().call(() -> keys.seal(person, "one")));
            assertThat(sealed)
                    .hasSize(16)
                    .allSatisfy(each -> assertThat(keys.open(person, each)).contains("one"));
        }
    }

    @Test
    void a_destroyed_key_opens_nothing_any_more_and_is_never_made_again() {
        Person person = somebody();
        byte[] sealed = keys.seal(person, "gone");
        keys.destroy(person);
        assertThat(keys.open(person, sealed)).isEmpty();
        assertThat(keys.ring(List.of(person)).open(person, sealed)).isEmpty();
        assertThat(keys.open(person, keys.seal(person, "later"))).isEmpty();
        assertThat(database.first(
                        SqlFragment.of("select secret from person_key where person = ?", person.name()),
                        row -> Optional.ofNullable(row.getBytes(1))))
                .contains(Optional.empty());
    }

    @Test
    void an_address_begins_anew_after_its_key_was_destroyed() {
        Person person = Person.email("p" + somebody().name() + "@example.com");
        byte[] sealed = keys.seal(person, "gone");
        keys.destroy(person);
        byte[] later = keys.seal(person, "back");
        assertThat(keys.open(person, sealed)).isEmpty();
        assertThat(keys.open(person, later)).contains("back");
        assertThat(person.name()).doesNotContain("@");
    }

    @Test
    void a_key_that_is_made_and_destroyed_in_one_transaction_opens_nothing() {
        Person person = somebody();
        QuarkusTransaction.begin();
        byte[] sealed = keys.seal(person, "gone");
        keys.destroy(person);
        QuarkusTransaction.commit();
        assertThat(keys.open(person, sealed)).isEmpty();
        assertThat(keys.open(person, keys.seal(person, "later"))).isEmpty();
    }

    @Test
    void a_key_of_a_transaction_that_was_rolled_back_is_not_used_again() {
        Person person = somebody();
        QuarkusTransaction.begin();
        byte[] inside = keys.seal(person, "inside");
        assertThat(keys.open(person, inside)).contains("inside");
        QuarkusTransaction.rollback();
        byte[] sealed = keys.seal(person, "after");
        assertThat(keys.open(person, inside)).isEmpty();
        assertThat(keys.ring(List.of(person)).open(person, sealed)).contains("after");
    }

    @Test
    void keys_made_for_many_are_theirs_after_the_commit_and_nobody_s_after_a_rollback() {
        Person known = somebody();
        byte[] before = keys.seal(known, "before");
        List<Person> all = List.of(somebody(), known, somebody());
        QuarkusTransaction.begin();
        keys.prepare(all);
        List<byte[]> sealed =
                all.stream().map(each -> keys.seal(each, each.name())).toList();
        assertThat(keys.open(known, before)).contains("before");
        QuarkusTransaction.commit();
        for (int i = 0; i < all.size(); i++) {
            Person each = all.get(i);
            assertThat(keys.open(each, sealed.get(i))).contains(each.name());
            assertThat(keys.ring(all).open(each, sealed.get(i))).contains(each.name());
        }
        Person gone = somebody();
        QuarkusTransaction.begin();
        keys.prepare(List.of(gone));
        byte[] inside = keys.seal(gone, "inside");
        assertThat(keys.open(gone, inside)).contains("inside");
        QuarkusTransaction.rollback();
        byte[] after = keys.seal(gone, "after");
        assertThat(keys.open(gone, inside)).isEmpty();
        assertThat(keys.ring(List.of(gone)).open(gone, after)).contains("after");
    }

    @Test
    void a_key_destroyed_before_is_not_made_again_for_many() {
        Person gone = somebody();
        byte[] sealed = keys.seal(gone, "gone");
        keys.destroy(gone);
        QuarkusTransaction.begin();
        keys.prepare(List.of(gone, somebody()));
        byte[] later = keys.seal(gone, "later");
        QuarkusTransaction.commit();
        assertThat(keys.open(gone, sealed)).isEmpty();
        assertThat(keys.open(gone, later)).isEmpty();
    }

    @Test
    void a_destruction_that_was_rolled_back_destroys_nothing() {
        Person person = somebody();
        byte[] sealed = keys.seal(person, "kept");
        QuarkusTransaction.begin();
        keys.destroy(person);
        assertThat(keys.open(person, sealed)).isEmpty();
        QuarkusTransaction.rollback();
        assertThat(keys.open(person, sealed)).contains("kept");
    }

    @Test
    void another_instance_forgets_a_destroyed_key_within_a_second() {
        Snapshots elsewhere = new Snapshots(dataSource, transactions);
        try {
            PersonKeys other = new PersonKeys(repository, transactions, afterCommit, clock, elsewhere);
            Person person = somebody();
            byte[] sealed = keys.seal(person, "gone");
            assertThat(other.open(person, sealed)).contains("gone");
            assertThat(other.open(person, other.seal(person, "remembered"))).contains("remembered");
            keys.destroy(person);
            long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
            while (other.open(person, sealed).isPresent() && System.nanoTime() < end) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            assertThat(other.open(person, sealed)).isEmpty();
        } finally {
            elsewhere.stop();
        }
    }

    /** While an instance cannot hear of destructions it asks the database each time. */
    @Test
    void an_instance_that_cannot_hear_trusts_nothing_it_remembers() {
        Snapshots elsewhere = new Snapshots(dataSource, transactions);
        PersonKeys deaf = new PersonKeys(repository, transactions, afterCommit, clock, elsewhere);
        Person person = somebody();
        byte[] sealed = deaf.seal(person, "gone");
        elsewhere.stop();
        keys.destroy(person);
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (deaf.open(person, sealed).isPresent() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(deaf.open(person, sealed)).isEmpty();
    }
}
