package io.clientele.access;

/**
 * A password as it may be kept. Hashing takes its time and memory, so do it before a transaction begins.
 *
 * @param phc the PHC string: algorithm, parameters, salt and hash
 */
public record HashedPassword(String phc) {

    @Override
    public String toString() {
        return "HashedPassword[hidden]";
    }
}
