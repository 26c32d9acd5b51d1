package io.clientele.launch;

/** Decides the mode of this process before the application reads it. */
final class StartMode {

    private static final String MODE = "clientele.mode";

    private StartMode() {}

    /** Whether the mode is local: as named, otherwise whether the database is the embedded one. */
    static boolean local() {
        String named = Environment.get(MODE, Database.external() ? "production" : "local");
        return switch (named) {
            case "local" -> true;
            case "production" -> false;
            default -> throw new StartRefusal("CLIENTELE_MODE is \"local\" or \"production\", not \"" + named + "\"");
        };
    }

    /** Passes the mode and what follows from it on to the application. */
    static void prepare() {
        boolean local = local();
        Environment.offer(MODE, local ? "local" : "production");
        Environment.offer("quarkus.log.console.json.enabled", Boolean.toString(!local));
        if (local) {
            // Nobody in front of it needs time to notice.
            Environment.offer("quarkus.shutdown.delay", "0s");
        }
    }
}
