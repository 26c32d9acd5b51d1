package io.clientele.transfer;

import io.clientele.pricing.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as files say them. */
final class FileNumbers {

    private static final int DIGITS = 14;
    private static final int DECIMALS = 6;

    private FileNumbers() {}

    /** Empty for what is no number. */
    static Optional<BigDecimal> read(String text) {
        return Decimals.read(text, DIGITS, DECIMALS);
    }
}
