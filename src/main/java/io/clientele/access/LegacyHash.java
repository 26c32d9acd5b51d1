package io.clientele.access;

import io.clientele.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as a shop kept it that has moved in: {@code hash:salt:step}, or with several steps behind each other where it
 * was hashed again later. The first step hashes the password, each further one the hexadecimal text before it, all with the
 * same salt. {@code 0} is MD5 and {@code 1} SHA-256 of the salt and the text, {@code 2} Argon2id with two passes over 64 MiB,
 * {@code 3_bytes_passes_memory} Argon2id with figures of its own. Without a step the length tells MD5 and SHA-256 apart.
 *
 * @param hash in hexadecimal, lower case
 */
record LegacyHash(String hash, String salt, List<Step> steps) {

    private static final int PARTS = 3;
    private static final int MD5_BYTES = 16;
    private static final int SHA256_BYTES = 32;

    /** The bytes of a salt that Argon2id takes: a shorter one is repeated, a longer one is cut. */
    private static final int ARGON2_SALT = 16;

    private static final int LONGEST_SALT = 255;

    // Whoever brings hashes along decides what each sign-in costs: not more than the product itself has ever asked for.
    private static final int MOST_STEPS = 4;
    private static final int MOST_ARGON2_STEPS = 2;
    private static final int MOST_PASSES = 4;
    private static final int MOST_MEMORY_KIB = 64 * 1024;
    private static final int LEAST_MEMORY_KIB = 8;
    private static final int LEAST_BYTES = 16;
    private static final int MOST_BYTES = 64;

    private static final Argon2 INTERACTIVE = new Argon2(32, 2, MOST_MEMORY_KIB);
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{2})+");
    private static final Pattern FIGURES = Pattern.compile("3_(\\d{1,3})_(\\d{1,2})_(\\d{1,10})");

    /** One hashing. */
    private sealed interface Step {

        int bytes();

        byte[] hash(byte[] salt, byte[] text);
    }

    private record Digest(String algorithm, int bytes) implements Step {

        @Override
        public byte[] hash(byte[] salt, byte[] text) {
            try {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                digest.update(salt);
                return digest.digest(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has it", e);
            }
        }
    }

    private record Argon2(int bytes, int passes, int memoryKib) implements Step {

        @Override
        public byte[] hash(byte[] salt, byte[] text) {
            byte[] whole = new byte[ARGON2_SALT];
            for (int i = 0; i < ARGON2_SALT; i++) {
                whole[i] = salt[i % salt.length];
            }
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(whole)
                    .build());
            byte[] hash = new byte[bytes];
            generator.generateBytes(text, hash);
            return hash;
        }
    }

    /** @throws Refusal when the text is no such hash, or checking it would cost more than is allowed */
    static LegacyHash read(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < 2) {
            throw AccessRefusals.unreadableHash();
        }
        String hash = parts[0].toLowerCase(Locale.ROOT);
        List<Step> steps = parts.length < PARTS ? List.of(byLength(hash)) : steps(parts[2]);
        LegacyHash read = new LegacyHash(hash, parts[1], steps);
        if (!read.isSound()) {
            throw AccessRefusals.unreadableHash();
        }
        return read;
    }

    private static Step byLength(String hash) {
        return hash.length() == 2 * MD5_BYTES ? new Digest("MD5", MD5_BYTES) : new Digest("SHA-256", SHA256_BYTES);
    }

    private static List<Step> steps(String text) {
        List<Step> steps = new ArrayList<>();
        for (String word : text.split(":", -1)) {
            steps.add(step(word));
            if (steps.size() > MOST_STEPS) {
                throw AccessRefusals.unreadableHash();
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(String word) {
        Matcher figures = FIGURES.matcher(word);
        if (figures.matches()) {
            return argon2(
                    Integer.parseInt(figures.group(1)),
                    Integer.parseInt(figures.group(2)),
                    Long.parseLong(figures.group(3)) / 1024);
        }
        return switch (word) {
            case "0" -> new Digest("MD5", MD5_BYTES);
            case "1" -> new Digest("SHA-256", SHA256_BYTES);
            case "2" -> INTERACTIVE;
            default -> throw AccessRefusals.unreadableHash();
        };
    }

    private static Step argon2(int bytes, int passes, long memoryKib) {
        boolean bounded = bytes >= LEAST_BYTES
                && bytes <= MOST_BYTES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKib >= LEAST_MEMORY_KIB
                && memoryKib <= MOST_MEMORY_KIB;
        if (!bounded) {
            throw AccessRefusals.unreadableHash();
        }
        return new Argon2(bytes, passes, (int) memoryKib);
    }

    private boolean isSound() {
        long argon2 = steps.stream().filter(Argon2.class::isInstance).count();
        return HEX.matcher(hash).matches()
                && hash.length() == 2 * steps.getLast().bytes()
                && salt.length() <= LONGEST_SALT
                && argon2 <= MOST_ARGON2_STEPS
                && !(argon2 > 0 && salt.isEmpty());
    }

    /** Whether checking a password costs next to nothing. */
    boolean isQuick() {
        return steps.stream().noneMatch(Argon2.class::isInstance);
    }

    /** Whether it is the password, which is taken as it was typed; takes the same time whatever differs. */
    boolean matches(String password) {
        byte[] salted = salt.getBytes(StandardCharsets.UTF_8);
        byte[] text = password.getBytes(StandardCharsets.UTF_8);
        for (Step step : steps) {
            text = HexFormat.of().formatHex(step.hash(salted, text)).getBytes(StandardCharsets.US_ASCII);
        }
        return MessageDigest.isEqual(text, hash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "LegacyHash[hidden]";
    }
}
