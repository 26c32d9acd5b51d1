package io.clientele.tax.vat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The form and the check digits of the VAT numbers of the European Union's states, of Great Britain, Switzerland and
 * Norway, as their authorities publish them.
 */
public final class VatNumbers {

    /** What the numbers of one state look like, and whether the check digits of one that does are right. */
    private record Rule(Pattern form, Predicate<String> digits) {}

    private static final Map<String, Rule> RULES = new HashMap<>();

    static {
        rule("AT", "U\\d{8}", VatNumbers::austria);
        rule("BE", "(0?[1-9]\\d{8}|1\\d{9})", VatNumbers::belgium);
        rule("BG", "\\d{9,10}", PersonalNumbers::bulgaria);
        rule(
                "CH",
                "E\\d{9}(MWST|TVA|IVA|VAT)?",
                text -> swissOrNorwegian(text.substring(1, 10), 5, 4, 3, 2, 7, 6, 5, 4));
        rule("CY", "[013459]\\d{7}[A-Z]", LetteredNumbers::cyprus);
        rule("CZ", "\\d{8,10}", PersonalNumbers::czechia);
        rule("DE", "[1-9]\\d{8}", CheckDigits::isMod11And10);
        rule("DK", "[1-9]\\d{7}", text -> CheckDigits.weighted(text, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
        rule("EE", "10\\d{7}", text -> CheckDigits.weighted(text, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0);
        rule("EL", "\\d{8,9}", VatNumbers::greece);
        rule("ES", "([A-Z]\\d{7}[0-9A-Z]|\\d{8}[A-Z])", LetteredNumbers::spain);
        rule("FI", "\\d{8}", text -> CheckDigits.weighted(text, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0);
        rule("FR", "[0-9A-HJ-NP-Z]{2}\\d{9}", LetteredNumbers::france);
        rule("GB", "(\\d{9}|\\d{12}|GD[0-4]\\d{2}|HA[5-9]\\d{2})", VatNumbers::britain);
        rule("HR", "\\d{11}", CheckDigits::isMod11And10);
        rule("HU", "\\d{8}", text -> CheckDigits.weighted(text, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0);
        rule("IE", "(\\d{7}[A-W][A-IW]?|[7-9][A-Z*+]\\d{5}[A-W])", LetteredNumbers::ireland);
        rule("IT", "\\d{11}", VatNumbers::italy);
        rule("LT", "(\\d{7}1\\d|\\d{10}1\\d)", VatNumbers::lithuania);
        rule("LU", "\\d{8}", text -> CheckDigits.number(text, 0, 6) % 89 == CheckDigits.number(text, 6, 8));
        rule("LV", "\\d{11}", PersonalNumbers::latvia);
        rule("MT", "[1-9]\\d{7}", text -> CheckDigits.weighted(text, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0);
        rule("NL", "[0-9A-Z+*]{9}B\\d{2}", LetteredNumbers::netherlands);
        rule("NO", "\\d{9}(MVA)?", text -> swissOrNorwegian(text.substring(0, 9), 3, 2, 7, 6, 5, 4, 3, 2));
        rule("PL", "\\d{10}", text -> CheckDigits.weighted(text, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(text));
        rule("PT", "[1-9]\\d{8}", VatNumbers::portugal);
        rule("RO", "[1-9]\\d{1,9}", VatNumbers::romania);
        rule("SE", "\\d{12}", text -> CheckDigits.isLuhn(text.substring(0, 10)) && !text.endsWith("00"));
        rule("SI", "[1-9]\\d{7}", VatNumbers::slovenia);
        rule("SK", "[1-9]\\d[2346789]\\d{7}", text -> Long.parseLong(text) % 11 == 0);
    }

    private VatNumbers() {}

    private static void rule(String state, String form, Predicate<String> digits) {
        RULES.put(state, new Rule(Pattern.compile(form), digits));
    }

    /** What the number shows of itself. */
    public static VatForm form(VatNumber number) {
        Rule rule = RULES.get(number.state());
        if (rule == null) {
            return VatForm.UNKNOWN_COUNTRY;
        }
        if (!rule.form().matcher(number.digits()).matches()) {
            return VatForm.MALFORMED;
        }
        return rule.digits().test(number.digits()) ? VatForm.RIGHT : VatForm.WRONG_CHECK_DIGITS;
    }

    /** The letters before the numbers that are known here. */
    static Set<String> states() {
        return Set.copyOf(RULES.keySet());
    }

    private static int last(String text) {
        return CheckDigits.at(text, text.length() - 1);
    }

    private static boolean austria(String text) {
        int sum = 4;
        for (int i = 1; i <= 7; i++) {
            int digit = CheckDigits.at(text, i);
            sum += i % 2 == 1 ? digit : digit / 5 + digit * 2 % 10;
        }
        return (10 - sum % 10) % 10 == last(text);
    }

    private static boolean belgium(String text) {
        int end = text.length();
        long number = CheckDigits.number(text, 0, end - 2);
        return number > 0 && 97 - number % 97 == CheckDigits.number(text, end - 2, end);
    }

    private static boolean greece(String text) {
        String full = text.length() == 8 ? "0" + text : text;
        int sum = CheckDigits.weighted(full, 256, 128, 64, 32, 16, 8, 4, 2);
        return sum > 0 && sum % 11 % 10 == last(full);
    }

    /** Departments and health authorities have numbers of three digits, and no check digits. */
    private static boolean britain(String text) {
        if (text.length() == 5) {
            return true;
        }
        long number = CheckDigits.number(text, 0, 7);
        long rest = CheckDigits.weighted(text, 8, 7, 6, 5, 4, 3, 2) + CheckDigits.number(text, 7, 9);
        // Each of the two sums has ranges that are given to nobody.
        boolean elder = number > 0
                && (number < 100_000 || number > 999_999)
                && (number < 9_490_001 || number > 9_700_000)
                && number < 9_990_001;
        return (elder && rest % 97 == 0) || (number > 1_000_000 && (rest + 55) % 97 == 0);
    }

    private static boolean italy(String text) {
        long office = CheckDigits.number(text, 7, 10);
        boolean known =
                (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
        return known && CheckDigits.number(text, 0, 7) > 0 && CheckDigits.isLuhn(text);
    }

    private static boolean lithuania(String text) {
        int length = text.length() - 1;
        int first = 0;
        int second = 0;
        for (int i = 0; i < length; i++) {
            first += CheckDigits.at(text, i) * (1 + i % 9);
            second += CheckDigits.at(text, i) * (1 + (i + 2) % 9);
        }
        int check = first % 11 == 10 ? second % 11 % 10 : first % 11;
        return check == last(text);
    }

    private static boolean portugal(String text) {
        int check = 11 - CheckDigits.weighted(text, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check > 9 ? 0 : check) == last(text);
    }

    private static boolean romania(String text) {
        String full = "0".repeat(10 - text.length()) + text;
        return CheckDigits.weighted(full, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(full);
    }

    private static boolean slovenia(String text) {
        int check = 11 - CheckDigits.weighted(text, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check != 11 && check % 10 == last(text);
    }

    private static boolean swissOrNorwegian(String text, int... weights) {
        int check = (11 - CheckDigits.weighted(text, weights) % 11) % 11;
        return check == last(text);
    }
}
