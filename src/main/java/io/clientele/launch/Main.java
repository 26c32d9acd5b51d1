package io.clientele.launch;

import io.clientele.shared.Recurring;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Set;

/**
 * The process. With {@code QUARKUS_DATASOURCE_JDBC_URL} it uses that PostgreSQL and is in production mode; without, it
 * starts one of its own in {@code CLIENTELE_DATA} and is in local mode, unless {@code CLIENTELE_MODE} says otherwise.
 *
 * <p>Arguments: {@code run} (the default), {@code run --sample}, or the name of a command with its arguments.
 */
@QuarkusMain
public final class Main {

    /** Commands for databases that were restored: what waited in the backup, such as mails, is not to go out beside them. */
    private static final Set<String> ALONE = Set.of("repeat-erasures");

    private Main() {}

    public static void main(String... arguments) {
        List<String> words = arguments.length == 0 ? List.of("run") : List.of(arguments);
        String command = words.get(0);
        boolean serving = serves(command);
        if (ALONE.contains(command)) {
            System.setProperty(Recurring.BACKGROUND, "false");
        }
        Shutdown shutdown = new Shutdown(command);
        try {
            StartMode.prepare();
            HttpPort.prepare(serving);
            HeadStart headStart = HeadStart.begin(command);
            Database.prepare(serving, shutdown);
            headStart.await();
        } catch (StartRefusal e) {
            System.err.println("clientele: " + e.getMessage());
            shutdown.exit(1);
        }
        Quarkus.run(Clientele.class, shutdown::applicationStopped, words.toArray(String[]::new));
    }

    /** Whether the command answers requests. */
    static boolean serves(String command) {
        return command.equals("run") || command.equals(Training.NAME);
    }
}
