package io.clientele.shared;

import java.util.List;

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
}
