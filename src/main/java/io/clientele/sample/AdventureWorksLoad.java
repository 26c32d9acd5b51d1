package io.clientele.sample;

import io.clientele.shared.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;

/** Loads the customers of the AdventureWorks data set into the default website, changing those that are there. */
@ApplicationScoped
class AdventureWorksLoad {

    private static final String NAME = "AdventureWorks_Customers.csv";

    private final BatchLoad batches;

    @Inject
    AdventureWorksLoad(BatchLoad batches) {
        this.batches = batches;
    }

    /** @throws LoadFailure when there is no such file, or a line of it is wrong; the lines before that are stored */
    BatchLoad.Result load(Path folder) {
        DataFile file = DataFile.in(folder, NAME);
        try (Progress progress = new Progress("Customers", file.lines())) {
            return file.read(
                    AdventureWorksPerson.COLUMNS,
                    (line, place) -> new BatchLoad.Entry(place, AdventureWorksPerson.draft(line, place)),
                    entries -> batches.store(entries, progress::moved));
        }
    }
}
