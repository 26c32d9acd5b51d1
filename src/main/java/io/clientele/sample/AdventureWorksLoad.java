package io.clientele.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** Loads the customers of the AdventureWorks data set into the default website, changing those that are there. */
@ApplicationScoped
class AdventureWorksLoad {

    private final BatchLoad batches;

    @Inject
    AdventureWorksLoad(BatchLoad batches) {
        this.batches = batches;
    }

    /** @throws LoadFailure when there is no such file, or a line of it is wrong; the lines before that are stored */
    BatchLoad.Result load(Path folder) {
        AdventureWorksFile file = AdventureWorksFile.in(folder);
        try (Progress progress = new Progress("Customers", Math.max(0, file.lines() - 1))) {
            return file.read(entries -> batches.store(entries, progress));
        }
    }
}
