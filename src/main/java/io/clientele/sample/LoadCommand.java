package io.clientele.sample;

import io.clientele.shared.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code load adventureworks FOLDER}. */
@ApplicationScoped
class LoadCommand implements Command {

    private static final String DATA_SET = "adventureworks";

    private final AdventureWorksLoad adventureWorks;

    @Inject
    LoadCommand(AdventureWorksLoad adventureWorks) {
        this.adventureWorks = adventureWorks;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.get(0).equals(DATA_SET)) {
            System.err.println("clientele: \"load\" takes " + DATA_SET + " and a folder");
            return 2;
        }
        try {
            load(Path.of(arguments.get(1)));
            return 0;
        } catch (LoadFailure | InvalidPathException e) {
            System.err.println("clientele: " + e.getMessage());
            return 1;
        }
    }

    private void load(Path folder) {
        long start = System.nanoTime();
        BatchLoad.Result result = adventureWorks.load(folder);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(String.format(
                Locale.ROOT,
                "Loaded %,d customers in %.1f s; %,d of them are new.",
                result.stored(),
                taken.toMillis() / 1000.0,
                result.created()));
    }
}
