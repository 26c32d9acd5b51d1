package io.clientele.shared;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * A command of the {@code clientele} script that runs inside the started application, such as {@code load}; also an
 * option of {@code run}, such as {@code --sample}. A feature offers it as a bean; the start finds it by its name.
 */
public interface Command {

    /** One lower-case word, unique among the commands. */
    String name();

    /**
     * Does the work and says on standard output how far it is. It may run beside a service that works on the same
     * database.
     *
     * @return the exit code: 0 for success, 2 for wrong arguments, 1 for any other failure
     */
    int run(List<String> arguments);

    /**
     * What the work ends with; what is wrong with the arguments, and what is refused, is said in a line.
     *
     * @param work answers the exit code
     */
    static int saying(IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (CommandOptions.Wrong | InvalidPathException e) {
            System.err.println("clientele: " + e.getMessage());
            return 2;
        } catch (Refusal refusal) {
            System.err.println("clientele: " + refusal.rendered());
            return 1;
        }
    }
}
