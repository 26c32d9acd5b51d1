package io.clientele.event.webhook;

import io.clientele.event.EventMessages;
import io.clientele.event.EventReader;
import java.time.Clock;
import java.time.Duration;

/**
 * What a runner works with.
 *
 * @param giveUpAfter how long a delivery may fail before it is given up
 */
record DeliveryTools(
        DeliveryLedger ledger,
        EventReader feed,
        EventMessages messages,
        MessageSender sender,
        DeliveryMetrics metrics,
        Clock clock,
        Duration giveUpAfter) {}
