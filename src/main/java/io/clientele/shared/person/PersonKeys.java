package io.clientele.shared.person;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.clientele.shared.AfterCommit;
import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Seals values with a key of the person they are about, and opens them again until the key is destroyed. A key is made
 * when it is first needed; a destroyed one is forgotten by every instance within a second.
 */
@ApplicationScoped
public class PersonKeys {

    private static final int REMEMBERED = 100_000;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final PersonKeyRepository keys;
    private final TransactionSynchronizationRegistry transactions;
    private final AfterCommit afterCommit;
    private final Clock clock;
    private final Snapshots snapshots;
    private final AtomicLong heard = new AtomicLong();
    // How often this instance heard that keys were destroyed somewhere; which ones does not matter.
    private final Snapshot<Long> destructions;
    private final Cache<Person, Known> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(UNUSED)
            .build();

    @Inject
    PersonKeys(
            PersonKeyRepository keys,
            TransactionSynchronizationRegistry transactions,
            AfterCommit afterCommit,
            Clock clock,
            Snapshots snapshots) {
        this.keys = keys;
        this.transactions = transactions;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.snapshots = snapshots;
        this.destructions = snapshots.of("person_key", _ -> heard.incrementAndGet());
    }

    /** @param since the destructions that were known before the key was read or made; null in the transaction that destroyed it */
    private record Known(Optional<Seal> seal, @Nullable Long since) {}

    /**
     * The text so that only this service opens it, and nobody once the person's key is destroyed. For a customer or an
     * administrator whose key is destroyed already it is closed for ever.
     */
    public byte[] seal(Person person, String text) {
        return seal(person, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #seal(Person, String)}. */
    public byte[] seal(Person person, byte[] value) {
        return known(person).seal().orElseGet(PersonKeys::thrownAway).close(value);
    }

    /**
     * Has the keys of several persons at hand, made where there are none: two statements at most, so that sealing for them in
     * the transaction in hand takes none.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void prepare(Collection<Person> persons) {
        List<Person> unknown = persons.stream()
                .distinct()
                .filter(person -> remembered(person) == null)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        Long since = destructions.get();
        Map<Person, Known> made = new HashMap<>();
        keys.makeAll(unknown, clock.instant())
                .forEach((person, seal) -> made.put(person, new Known(Optional.of(seal), since)));
        if (!made.isEmpty()) {
            keepMade(made);
        }
        List<Person> others =
                unknown.stream().filter(person -> !made.containsKey(person)).toList();
        if (!others.isEmpty()) {
            keys.findAll(others).forEach((person, seal) -> known.put(person, new Known(Optional.of(seal), since)));
        }
    }

    /** The text; empty once the person's key is destroyed. */
    public Optional<String> open(Person person, byte[] sealed) {
        return openBytes(person, sealed).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** As {@link #open(Person, byte[])}. */
    public Optional<byte[]> openBytes(Person person, byte[] sealed) {
        Known remembered = remembered(person);
        Optional<Seal> seal =
                remembered != null ? remembered.seal() : keys.find(person).flatMap(PersonKeyRepository.Stored::seal);
        return seal.flatMap(found -> found.open(sealed));
    }

    /** The keys of several persons: one statement. */
    public KeyRing ring(Collection<Person> persons) {
        return new KeyRing(keys.findAll(persons));
    }

    /**
     * Makes all that was sealed for the person unreadable for ever, in the transaction in hand: here at its commit,
     * everywhere else within a second. For a customer or an administrator no other key is made any more; an e-mail
     * address begins anew.
     */
    @Transactional
    public void destroy(Person person) {
        if (person.mayReturn()) {
            keys.delete(person);
        } else {
            keys.destroy(person, clock.instant());
        }
        ofTransaction().put(person, new Known(Optional.empty(), null));
        known.invalidate(person);
        destructions.changed();
    }

    /** The same where there is a key, as in a database that was set back. Returns whether there was one. */
    @Transactional
    public boolean destroyAgain(Person person) {
        boolean there =
                keys.find(person).flatMap(PersonKeyRepository.Stored::seal).isPresent();
        if (there) {
            destroy(person);
        }
        return there;
    }

    /** Names all addresses without an account for which there are keys. There must be a transaction in hand. */
    public void eachAddress(Consumer<Person> taker) {
        keys.eachAddress(taker);
    }

    /** Destroys those of addresses without an account that are older, up to so many. Returns how many there were. */
    @Transactional
    public int destroyOfGuests(Instant before, int most) {
        int destroyed = keys.deleteOfGuests(before, most);
        if (destroyed > 0) {
            known.asMap().keySet().removeIf(Person::mayReturn);
            destructions.changed();
        }
        return destroyed;
    }

    private Known known(Person person) {
        Known remembered = remembered(person);
        if (remembered != null) {
            return remembered;
        }
        Long since = destructions.get();
        PersonKeyRepository.Stored stored = keys.findOrMake(person, Seal.newKey(), clock.instant());
        Known read = new Known(stored.seal(), since);
        if (stored.made() && isInTransaction()) {
            keepMade(Map.of(person, read));
        } else {
            known.put(person, read);
        }
        return read;
    }

    /** Until the commit nobody else may use them: they could be rolled back. */
    private void keepMade(Map<Person, Known> made) {
        Map<Person, Known> own = ofTransaction();
        own.putAll(made);
        afterCommit.run(() -> made.forEach((person, key) -> {
            // It may have been destroyed in the same transaction.
            if (key.equals(own.get(person))) {
                known.put(person, key);
            }
        }));
    }

    private @Nullable Known remembered(Person person) {
        Known own = isInTransaction() ? ofTransaction().get(person) : null;
        if (own != null) {
            return own;
        }
        Known remembered = known.getIfPresent(person);
        return remembered != null && snapshots.keepUp() && destructions.get().equals(remembered.since())
                ? remembered
                : null;
    }

    private boolean isInTransaction() {
        return transactions.getTransactionKey() != null;
    }

    /** The keys that were made or destroyed in the transaction in hand. */
    private Map<Person, Known> ofTransaction() {
        if (transactions.getResource(this) instanceof OfTransaction own) {
            return own.keys();
        }
        OfTransaction own = new OfTransaction(new HashMap<>());
        transactions.putResource(this, own);
        return own.keys();
    }

    private record OfTransaction(Map<Person, Known> keys) {}

    private static Seal thrownAway() {
        return new Seal(Seal.newKey());
    }
}
