package io.clientele.pricing;

import io.clientele.shared.Refusal;

/** The refusals of product facts and prices. */
final class PricingRefusals {

    private PricingRefusals() {}

    static Refusal lineTooLong() {
        return Refusal.input("The line is too long.");
    }

    static Refusal deletedMeanwhile() {
        return Refusal.input("What the line refers to was deleted meanwhile. Try again.");
    }
}
