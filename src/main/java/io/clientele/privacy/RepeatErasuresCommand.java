package io.clientele.privacy;

import io.clientele.privacy.RepeatedErasures.Repeated;
import io.clientele.shared.Caller;
import io.clientele.shared.Command;
import io.clientele.shared.CommandOptions;
import io.clientele.shared.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code repeat-erasures FILE [--check]}: after the database was restored from a backup. */
@ApplicationScoped
class RepeatErasuresCommand implements Command {

    private static final String CHECK = "--check";

    private final LedgerReplay replay;
    private final CurrentCaller caller;

    @Inject
    RepeatErasuresCommand(LedgerReplay replay, CurrentCaller caller) {
        this.replay = replay;
        this.caller = caller;
    }

    @Override
    public String name() {
        return "repeat-erasures";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> arguments) {
        return Command.saying(() -> {
            try {
                return carryOut(arguments);
            } catch (ErasureLedger.Unreadable e) {
                System.err.println("clientele: " + e.getMessage());
                return 1;
            }
        });
    }

    private int carryOut(List<String> arguments) {
        CommandOptions options = CommandOptions.of(arguments, List.of(), List.of(CHECK));
        if (options.words().size() != 1) {
            System.err.println("clientele: \"repeat-erasures\" takes the ledger of erasures");
            return 2;
        }
        Path file = Path.of(options.words().getFirst());
        if (!Files.isRegularFile(file)) {
            System.err.println("clientele: there is no file " + file);
            return 1;
        }
        caller.set(Caller.OPERATOR);
        LedgerReplay.Plan plan = replay.plan(file);
        System.out.printf(
                Locale.ROOT,
                "The ledger has %,d erasures; this database has not seen %,d of them.%n",
                plan.all(),
                plan.missing().size());
        if (plan.torn() > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d lines were never written to their ends: what they were about was not done then.%n",
                    plan.torn());
        }
        if (options.has(CHECK)) {
            return plan.missing().isEmpty() ? 0 : 1;
        }
        Tally tally = new Tally();
        replay.repeat(plan, tally::count);
        return tally.said();
    }

    /** What was done so far. */
    private static final class Tally {

        private int accounts;
        private int addresses;
        private int keys;
        private int doubtful;

        private void count(LedgerEntry entry, Repeated done) {
            accounts += done.erased().size();
            addresses += done.address() ? 1 : 0;
            keys += done.keys();
            doubtful += done.doubtful().size();
            done.erased()
                    .forEach(id -> System.out.printf(
                            Locale.ROOT, "Erased again: customer %d, for request %d.%n", id, entry.request()));
            done.doubtful()
                    .forEach(id -> System.out.printf(
                            Locale.ROOT,
                            "Left alone: customer %d has the id of one who was erased on %s, and neither the address nor the"
                                    + " moment of being made. Erase the account by a request, or give it another look.%n",
                            id,
                            entry.erasedAt()));
        }

        /** Returns the exit code. */
        private int said() {
            System.out.printf(
                    Locale.ROOT,
                    "Erased again: %,d accounts, what was done under %,d addresses without one, keys of %,d accounts that are"
                            + " not there. Left alone: %,d.%n",
                    accounts,
                    addresses,
                    keys,
                    doubtful);
            return doubtful == 0 ? 0 : 1;
        }
    }
}
