package io.clientele.access;

/**
 * A password as it may be kept. Hashing takes its time and memory, so do it before a transaction begins.
 *
 * @param phc the PHC string: algorithm, parameters, salt and hash; or what a shop brought along that has moved in, see
 *     {@link #brought}
 */
public record HashedPassword(String phc) {

    /**
     * A hash that a shop brings along: {@code hash:salt}, {@code hash:salt:0} (MD5), {@code :1} (SHA-256), {@code :2} and
     * {@code :3_bytes_passes_memory} (Argon2id), and chains such as {@code :0:1}. It is kept as it is until its owner signs
     * in.
     *
     * @throws io.clientele.shared.Refusal when it has another format, or checking it would cost too much
     */
    public static HashedPassword brought(String hash) {
        var _ = LegacyHash.read(hash);
        return new HashedPassword(hash);
    }

    @Override
    public String toString() {
        return "HashedPassword[hidden]";
    }
}
