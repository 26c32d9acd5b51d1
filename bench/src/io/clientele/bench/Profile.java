package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java's own recorder in the service, for where the time goes. */
final class Profile {

    private static final String TOOLS = System.getProperty("java.home") + "/bin/";

    private final long pid;
    private final Path recording;

    Profile(long pid, Path recording) {
        this.pid = pid;
        this.recording = recording;
    }

    void start() throws IOException, InterruptedException {
        run("jcmd", Long.toString(pid), "JFR.start", "name=bench", "settings=profile");
    }

    /** Ends the recording and prints the methods that ran and what was allocated most. */
    void print() throws IOException, InterruptedException {
        run("jcmd", Long.toString(pid), "JFR.stop", "name=bench", "filename=" + recording);
        for (String view : List.of("hot-methods", "allocation-by-class", "allocation-by-site")) {
            run("jfr", "view", "--width", "160", "--truncate", "beginning", view, recording.toString());
        }
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(TOOLS + tool);
        command.addAll(List.of(arguments));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
