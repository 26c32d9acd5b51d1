package io.clientele.tax.vat;

import java.math.BigInteger;

/** The check characters of numbers that hold letters. */
final class LetteredNumbers {

    private static final String SPANISH_PERSONS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String SPANISH_BODIES = "JABCDEFGHI";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final int[] CYPRIOT = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};

    private LetteredNumbers() {}

    static boolean cyprus(String text) {
        if (text.startsWith("12")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = CheckDigits.at(text, i);
            sum += i % 2 == 0 ? CYPRIOT[digit] : digit;
        }
        return 'A' + sum % 26 == text.charAt(8);
    }

    static boolean spain(String text) {
        char first = text.charAt(0);
        char last = text.charAt(8);
        return switch (first) {
            case 'X', 'Y', 'Z' -> spanishPerson((first - 'X') + text.substring(1, 8), last);
            case 'K', 'L', 'M' -> spanishPerson(text.substring(1, 8), last) || spanishBody(text) == last;
            case 'N', 'P', 'Q', 'R', 'S', 'W' -> letterOf(text) == last;
            case 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'U', 'V' ->
                spanishBody(text) == last || letterOf(text) == last;
            default -> Character.isDigit(first) && spanishPerson(text.substring(0, 8), last);
        };
    }

    private static boolean spanishPerson(String digits, char last) {
        return SPANISH_PERSONS.charAt(Integer.parseInt(digits) % 23) == last;
    }

    private static int control(String text) {
        int sum = 0;
        for (int i = 1; i <= 7; i++) {
            int digit = CheckDigits.at(text, i);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static char spanishBody(String text) {
        return (char) ('0' + control(text));
    }

    private static char letterOf(String text) {
        return SPANISH_BODIES.charAt(control(text));
    }

    static boolean france(String text) {
        if (!text.substring(0, 2).chars().allMatch(Character::isDigit)) {
            // No authority says how the letters are made.
            return true;
        }
        long siren = CheckDigits.number(text, 2, 11);
        // Monaco's businesses have numbers that begin with zeros and end in no check digit of their own.
        boolean body = text.startsWith("000", 2) || CheckDigits.isLuhn(text.substring(2));
        return siren > 0 && body && CheckDigits.number(text, 0, 2) == (12 + 3 * (siren % 97)) % 97;
    }

    static boolean ireland(String text) {
        if (!Character.isDigit(text.charAt(1))) {
            // The older form, in which the second sign was not counted.
            return IRISH.charAt(irish("0" + text.substring(2, 7) + text.charAt(0)) % 23) == text.charAt(7);
        }
        int more = text.length() == 9 && text.charAt(8) != 'W' ? (text.charAt(8) - 'A' + 1) * 9 : 0;
        return IRISH.charAt((irish(text) + more) % 23) == text.charAt(7);
    }

    private static int irish(String digits) {
        return CheckDigits.weighted(digits, 8, 7, 6, 5, 4, 3, 2);
    }

    /** Businesses have the sum of the nine digits; the numbers of persons, given since 2020, one over all signs. */
    static boolean netherlands(String text) {
        if (text.substring(0, 9).chars().allMatch(Character::isDigit)) {
            int check = CheckDigits.weighted(text, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (CheckDigits.number(text, 0, 9) > 0 && check == CheckDigits.at(text, 8)) {
                return true;
            }
        }
        StringBuilder digits = new StringBuilder();
        for (char sign : ("NL" + text).toCharArray()) {
            digits.append(sign == '+' ? 36 : sign == '*' ? 37 : Character.digit(sign, 36));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
