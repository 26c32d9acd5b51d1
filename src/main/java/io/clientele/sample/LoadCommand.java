package io.clientele.sample;

import io.clientele.shared.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code load adventureworks FOLDER} and {@code load online-retail FILE}. */
@ApplicationScoped
class LoadCommand implements Command {

    private static final String ADVENTURE_WORKS = "adventureworks";
    private static final String ONLINE_RETAIL = "online-retail";
    private static final double NANOS = 1e9;

    private final AdventureWorksLoad people;
    private final AdventureWorksSales sales;
    private final OnlineRetailLoad retail;

    @Inject
    LoadCommand(AdventureWorksLoad people, AdventureWorksSales sales, OnlineRetailLoad retail) {
        this.people = people;
        this.sales = sales;
        this.retail = retail;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        if (arguments.size() != 2 || !List.of(ADVENTURE_WORKS, ONLINE_RETAIL).contains(arguments.get(0))) {
            System.err.println("clientele: \"load\" takes " + ADVENTURE_WORKS + " and a folder, or " + ONLINE_RETAIL
                    + " and a file");
            return 2;
        }
        try {
            Path path = Path.of(arguments.get(1));
            if (arguments.get(0).equals(ADVENTURE_WORKS)) {
                loadAdventureWorks(path);
            } else {
                loadOnlineRetail(path);
            }
            return 0;
        } catch (LoadFailure | InvalidPathException e) {
            System.err.println("clientele: " + e.getMessage());
            return 1;
        }
    }

    private void loadAdventureWorks(Path folder) {
        long start = System.nanoTime();
        BatchLoad.Result customers = people.load(folder);
        System.out.println(String.format(
                Locale.ROOT,
                "Loaded %,d customers in %.1f s; %,d of them are new.",
                customers.stored(),
                since(start),
                customers.created()));
        long next = System.nanoTime();
        say(sales.load(folder), next);
    }

    private void loadOnlineRetail(Path file) {
        long start = System.nanoTime();
        OnlineRetailLoad.Result loaded = retail.load(file);
        say(loaded.orders(), start);
        System.out.println(String.format(Locale.ROOT, "%,d customers were made for them.", loaded.customers()));
    }

    private static void say(OrderLoad.Result orders, long start) {
        System.out.println(String.format(
                Locale.ROOT,
                "Loaded %,d orders with %,d lines in %.1f s; %,d of them are new.",
                orders.orders(),
                orders.lines(),
                since(start),
                orders.created()));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
