package io.clientele.event.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the deployment says about webhooks. */
@ConfigMapping(prefix = "clientele.webhook")
interface WebhookConfig {

    /** After how long of failing a delivery is given up and becomes a dead letter, while others are taken. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** How long the secret before still signs beside the new one. */
    @WithDefault("24h")
    Duration secretOverlap();
}
