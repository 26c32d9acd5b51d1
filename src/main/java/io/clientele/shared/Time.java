package io.clientele.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock. Everything that asks for the time injects {@link Clock}; tests put another in its place. */
@ApplicationScoped
class Time {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
