package io.clientele.shared;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far the work is: one line that moves on a terminal, a line every two seconds elsewhere. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 78;
    private static final int MOVE_MILLIS = 200;
    private static final int LINE_MILLIS = 2_000;

    private final ProgressBar bar;

    /** @param most how many steps the work has, as far as one can tell */
    public Progress(String task, long most) {
        // There is none where the output goes into a file, on some versions of the JDK.
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        ProgressBarConsumer out = terminal
                ? new ConsoleProgressBarConsumer(System.out, WIDTH)
                : new DelegatingProgressBarConsumer(line -> System.out.println(line.stripTrailing()), WIDTH);
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? MOVE_MILLIS : LINE_MILLIS)
                .setConsumer(out)
                .build();
    }

    public void moved(long steps) {
        bar.stepBy(steps);
    }

    @Override
    public void close() {
        bar.close();
    }
}
