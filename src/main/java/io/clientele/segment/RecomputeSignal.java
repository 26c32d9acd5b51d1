package io.clientele.segment;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Wakes whoever recomputes on this instance when a recomputation was asked for here. Only a hint: a request that nobody was woken
 * for is found a moment later.
 */
@ApplicationScoped
class RecomputeSignal {

    private volatile Runnable wake = () -> {};

    void wakes(Runnable whoRecomputes) {
        wake = whoRecomputes;
    }

    void give() {
        wake.run();
    }
}
