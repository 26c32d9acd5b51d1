package io.clientele.launch;

import io.clientele.shared.Command;
import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What the process does once the application has started: serve until it is told to stop, or carry out a command. */
public class Clientele implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(Clientele.class);

    private final List<Command> commands;
    private final Addresses addresses;
    private final Training training;

    @Inject
    Clientele(@All List<Command> commands, Addresses addresses, Training training) {
        this.commands = commands;
        this.addresses = addresses;
        this.training = training;
    }

    @Override
    public int run(String... arguments) {
        List<String> words = List.of(arguments);
        String name = words.get(0);
        List<String> rest = words.subList(1, words.size());
        return switch (name) {
            case "run" -> serve(rest);
            case Training.NAME -> training.run();
            default -> carryOut(name, rest);
        };
    }

    private int serve(List<String> options) {
        System.out.println(addresses.text());
        // An option of run is a command carried out before the wait: --sample.
        for (String option : options) {
            int code = carryOut(option.replaceFirst("^--", ""), List.of());
            if (code != 0) {
                return code;
            }
        }
        Quarkus.waitForExit();
        return 0;
    }

    private int carryOut(String name, List<String> arguments) {
        Optional<Command> command =
                commands.stream().filter(each -> each.name().equals(name)).findFirst();
        if (command.isEmpty()) {
            System.err.println("clientele: there is no command \"" + name + "\"");
            return 2;
        }
        try {
            return command.get().run(arguments);
        } catch (RuntimeException e) {
            LOG.debug("a command ended early", e);
            System.err.println("clientele: " + StartFailure.interrupted(name, e));
            return 1;
        }
    }
}
