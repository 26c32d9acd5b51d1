package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

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

    /** Ends the recording: which share of the samples is, at any depth, in one of the packages. */
    double share(List<String> packages) throws IOException, InterruptedException {
        run("jcmd", Long.toString(pid), "JFR.stop", "name=bench", "filename=" + recording);
        int all = 0;
        int within = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    all++;
                    within += event.getStackTrace().getFrames().stream()
                                    .map(frame -> frame.getMethod().getType().getName())
                                    .anyMatch(type -> packages.stream().anyMatch(type::startsWith))
                            ? 1
                            : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) within / all;
    }

    private static void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(TOOLS + tool);
        command.addAll(List.of(arguments));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
