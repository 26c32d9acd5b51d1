package io.clientele.presence;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signs of life that wait in this instance's memory to be written down. It is bounded: what comes while it is full is
 * dropped, and so is what waits when the process is killed. Both cost a second of knowing who is online, and nothing
 * else hangs on it.
 */
final class PresenceBuffer<K extends Comparable<K>> {

    private final int most;
    private final Map<K, Seen> waiting = new ConcurrentHashMap<>();

    PresenceBuffer(int most) {
        this.most = most;
    }

    void note(K who, Seen seen) {
        if (waiting.size() < most || waiting.containsKey(who)) {
            waiting.put(who, seen);
        }
    }

    /** Takes out what waits, in order, so that two instances lock the rows of both in the same one. */
    Map<K, Seen> drain() {
        Map<K, Seen> taken = new TreeMap<>();
        waiting.forEach((who, seen) -> {
            if (waiting.remove(who, seen)) {
                taken.put(who, seen);
            }
        });
        return taken;
    }
}
