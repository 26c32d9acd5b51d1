package io.clientele.bulk;

import io.clientele.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An operation that was sent.
 *
 * @param number its place among those of its request, from 0 on
 * @param hash SHA-256 of its parameters in hexadecimal digits
 * @param body its parameters, sealed; empty when it is rejected
 * @param rejected why it is not carried out, or null
 */
record NewOperation(
        int number, String hash, Sealed body, @Nullable Refusal rejected) {}
