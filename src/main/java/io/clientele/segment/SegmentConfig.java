package io.clientele.segment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment says about segments. */
@ConfigMapping(prefix = "clientele.segment")
interface SegmentConfig {

    /**
     * How long judging all customers by one rule may take, for each {@value RecomputeLimit#CUSTOMERS} of them begun; what takes
     * longer is given up and said so.
     */
    @WithDefault("30s")
    Duration recomputeLimit();

    /** How long a preview may take, less than the six seconds of an answer. */
    @WithDefault("4s")
    Duration previewLimit();

    /**
     * How much memory of the database each step of judging all customers takes before it goes on on disk; those that keep
     * everybody's sums take twice as much. PostgreSQL wants 64 KiB at least.
     */
    @WithDefault("32M")
    MemorySize workMemory();

    /** The most customers that are judged together. */
    @WithDefault("1000")
    int batchSize();

    /**
     * How long a segment whose customers are ranked is left alone after a recomputation, since anybody's order may move
     * anybody; at least ten times as long as the recomputation took.
     */
    @WithDefault("10s")
    Duration rankInterval();

    /** For how long it is kept who came and went, and why. */
    @WithDefault("90d")
    Duration changesKept();
}
