package io.clientele.movein;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many things of a kind are here.
 *
 * @param thing {@code customers}, {@code addresses}, {@code groups}, {@code tier_prices}, {@code orders}
 *     or {@code balances}
 * @param website the code of the website; empty for what belongs to none, and for what is of all of them
 * @param detail the code of the group; of orders the currency, of balances {@code store_credit} or {@code reward_points}
 * @param total what the orders or balances come to; null for other things
 */
@Schema(name = "things-here")
public record Here(
        String thing,
        String website,
        String detail,
        long count,
        @Nullable BigDecimal total) {}
