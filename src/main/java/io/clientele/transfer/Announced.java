package io.clientele.transfer;

import io.clientele.shared.Fold;
import io.clientele.shared.Sha256;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * What files bring that are looked at before anything of them is taken over: later files of the same series may speak of it. Takes
 * some fifty bytes for each customer, address and order.
 */
public final class Announced {

    private final Set<String> groups = new HashSet<>();
    private final Set<Long> keys = new HashSet<>();

    /** Of a file that stands for itself. */
    static Announced nothing() {
        return new Announced();
    }

    void group(String code) {
        groups.add(Fold.key(code));
    }

    boolean hasGroup(String code) {
        return groups.contains(Fold.key(code));
    }

    void customer(int websiteId, String email) {
        keys.add(hash("customer", websiteId, Fold.key(email)));
    }

    boolean hasCustomer(int websiteId, String email) {
        return keys.contains(hash("customer", websiteId, Fold.key(email)));
    }

    /** Returns whether the order has not come yet. */
    boolean order(String number) {
        return keys.add(hash("order", 0, number));
    }

    /** Sixty-four bits: of some millions no two are alike but by a chance of one to a million. */
    private static long hash(String thing, int websiteId, String key) {
        return ByteBuffer.wrap(Sha256.of(thing + ' ' + websiteId + ' ' + key)).getLong();
    }
}
