package io.clientele.shared.idempotency;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Sha256;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A request under a key, reduced to three hashes. None of them tells the request: it may hold a password, and the
 * database must not help anybody to guess it. The key, which the database does not know either, is their secret.
 */
public final class KeyedRequest {

    private static final int LONGEST_KEY = 255;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1," + LONGEST_KEY + "}");

    private final byte[] id;
    private final byte[] fingerprint;
    private final byte[] secret;
    private final @Nullable Person person;

    private KeyedRequest(byte[] id, byte[] fingerprint, byte[] secret, @Nullable Person person) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.secret = secret;
        this.person = person;
    }

    /**
     * @param about what the request is besides its body: method, path, store
     * @throws io.clientele.shared.Refusal when the key is none
     */
    public static KeyedRequest of(String key, CurrentCaller caller, List<String> about, byte[] body) {
        check(key);
        byte[] secret = key.getBytes(StandardCharsets.US_ASCII);
        byte[] request = joined(about, body);
        return new KeyedRequest(
                Sha256.of(joined(List.of(scope(caller)), secret)),
                mac(secret, joined(List.of("request"), request)),
                mac(secret, joined(List.of("answer", scope(caller)), request)),
                person(caller.get()));
    }

    /** @throws io.clientele.shared.Refusal when the key is none */
    public static void check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw IdempotencyRefusals.malformed(LONGEST_KEY);
        }
    }

    /**
     * Keys belong to whoever signed in. Guests are told apart by their network address; where they share one, the
     * answer still opens only with the very request that made it.
     */
    private static String scope(CurrentCaller current) {
        Caller caller = current.get();
        return caller.isGuest()
                ? "guest " + current.address()
                : caller.type() + " " + caller.id() + " " + caller.onBehalfOf();
    }

    private static @Nullable Person person(Caller caller) {
        return switch (caller.type()) {
            case CUSTOMER -> Person.customer(caller.id());
            case ADMIN -> Person.admin(caller.id());
            case INTEGRATION, GUEST -> null;
        };
    }

    /** Whose answer it is, with whose key it is sealed besides; empty for guests and integrations. */
    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    /** Which key of which caller it is; fits a lock and a primary key. */
    byte[] id() {
        return id.clone();
    }

    /** Whether it is the request that had this fingerprint. */
    boolean isOf(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }

    byte[] fingerprint() {
        return fingerprint.clone();
    }

    Seal seal() {
        return new Seal(secret);
    }

    /** Every part behind its length, so that no two lists of parts are written alike. */
    private static byte[] joined(List<String> parts, byte[] last) {
        List<byte[]> all = parts.stream()
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = all.stream().mapToInt(part -> Integer.BYTES + part.length).sum() + last.length;
        ByteBuffer joined = ByteBuffer.allocate(length);
        all.forEach(part -> joined.putInt(part.length).put(part));
        return joined.put(last).array();
    }

    private static byte[] mac(byte[] secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
