package io.clientele.grid;

import io.clientele.shared.rest.RestRefusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;

/** Lets only some exports read at a time, so that those who fetch theirs slowly do not take all connections. */
@ApplicationScoped
public class GridExportPlaces {

    private final Semaphore places;

    @Inject
    GridExportPlaces(GridConfig config) {
        this.places = new Semaphore(Math.max(0, config.exports()));
    }

    /** A place among the exports that are under way; it is given back by being closed. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws io.clientele.shared.Refusal when all places are taken */
    Place take() {
        if (!places.tryAcquire()) {
            throw RestRefusals.unavailable();
        }
        return places::release;
    }
}
