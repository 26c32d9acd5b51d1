package io.clientele.sample;

import java.util.Random;

/**
 * How people of the sample shop buy: how many of a hundred do so, how many orders they have placed, and how many days ago
 * the last and the first of them may have been.
 */
enum SampleHabit {
    NEVER(22, 0, 0, 0, 0),
    FIRST_TIME(13, 1, 1, 0, 30),
    OCCASIONAL(22, 2, 4, 20, 360),
    LOYAL(18, 6, 18, 0, 720),
    LAPSED(20, 1, 5, 200, 700),
    /** Sent something back or called it off. */
    REFUNDED(5, 2, 4, 10, 300);

    private final int percent;
    private final int fewest;
    private final int most;
    private final int nearest;
    private final int farthest;

    SampleHabit(int percent, int fewest, int most, int nearest, int farthest) {
        this.percent = percent;
        this.fewest = fewest;
        this.most = most;
        this.nearest = nearest;
        this.farthest = farthest;
    }

    static SampleHabit any(Random random) {
        int drawn = random.nextInt(100);
        for (SampleHabit habit : values()) {
            if (drawn < habit.percent) {
                return habit;
            }
            drawn -= habit.percent;
        }
        throw new IllegalStateException("the percents are not a hundred");
    }

    /** How many orders. */
    int orders(Random random) {
        return fewest + random.nextInt(most - fewest + 1);
    }

    /** How many days ago an order was placed. */
    int daysAgo(Random random) {
        return nearest + random.nextInt(farthest - nearest + 1);
    }
}
