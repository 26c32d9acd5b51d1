package io.clientele.tax.vat;

/** The sums that check digits are made of. */
final class CheckDigits {

    private CheckDigits() {}

    /** The digit at a place. */
    static int at(String text, int index) {
        return text.charAt(index) - '0';
    }

    /** The number between two places. */
    static long number(String text, int from, int to) {
        return Long.parseLong(text.substring(from, to));
    }

    /** The sum of the first digits, each multiplied by its weight. */
    static int weighted(String text, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += at(text, i) * weights[i];
        }
        return sum;
    }

    /** Luhn's sum: every second digit from the right is doubled, and its own digits are added. */
    static boolean isLuhn(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = at(text, text.length() - 1 - i);
            int part = i % 2 == 0 ? digit : digit * 2;
            sum += part > 9 ? part - 9 : part;
        }
        return sum % 10 == 0;
    }

    /** ISO 7064, MOD 11,10. */
    static boolean isMod11And10(String text) {
        int product = 10;
        for (int i = 0; i < text.length() - 1; i++) {
            int sum = (at(text, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + at(text, text.length() - 1)) % 10 == 1;
    }
}
