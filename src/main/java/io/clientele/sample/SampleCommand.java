package io.clientele.sample;

import io.clientele.shared.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** {@code run --sample}: fills an empty database with the sample shop, goes on where that was broken off. */
@ApplicationScoped
class SampleCommand implements Command {

    private static final int PEOPLE = 2_000;

    private final SampleShop shop;

    @Inject
    SampleCommand(SampleShop shop) {
        this.shop = shop;
    }

    @Override
    public String name() {
        return "sample";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        if (shop.hasOthers()) {
            System.out.println("There are customers already that are not the sample shop's: it is left out.");
            return 0;
        }
        try {
            shop.fill(PEOPLE);
        } catch (LoadFailure e) {
            System.err.println("clientele: " + e.getMessage());
            return 1;
        }
        System.out.println("The sample shop is there. Sign in as " + emails() + " with the password "
                + SampleAccounts.PASSWORD + ".");
        return 0;
    }

    private static String emails() {
        return SampleAccounts.ALL.stream().map(SampleAccounts.Account::email).collect(Collectors.joining(", "));
    }
}
