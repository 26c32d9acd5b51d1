package io.clientele.tax.vat;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The check digits of states whose VAT numbers are those of bodies, or those of persons with the date of their birth. */
final class PersonalNumbers {

    private static final int[] CZECH_SPECIAL = {8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8};

    private PersonalNumbers() {}

    static boolean bulgaria(String text) {
        return text.length() == 9 ? bulgarianBody(text) : bulgarianPerson(text);
    }

    private static boolean bulgarianBody(String text) {
        int check = CheckDigits.weighted(text, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10) {
            check = CheckDigits.weighted(text, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        }
        return check == CheckDigits.at(text, 8);
    }

    /** Citizens, foreigners, and others have a sum each. */
    private static boolean bulgarianPerson(String text) {
        int last = CheckDigits.at(text, 9);
        int month = (int) CheckDigits.number(text, 2, 4);
        boolean born = isDate((int) CheckDigits.number(text, 0, 2), month % 20, (int) CheckDigits.number(text, 4, 6));
        if (born && CheckDigits.weighted(text, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last) {
            return true;
        }
        if (CheckDigits.weighted(text, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last) {
            return true;
        }
        int check = 11 - CheckDigits.weighted(text, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return check != 10 && check % 11 == last;
    }

    static boolean czechia(String text) {
        if (text.length() == 8) {
            int check = 11 - CheckDigits.weighted(text, 8, 7, 6, 5, 4, 3, 2) % 11;
            return text.charAt(0) != '9' && check % 10 == CheckDigits.at(text, 7);
        }
        if (text.length() == 9 && text.charAt(0) == '6') {
            int sum = CheckDigits.weighted(text.substring(1), 8, 7, 6, 5, 4, 3, 2);
            int gap = sum % 11 == 0 ? 11 : 11 - sum % 11;
            if (CZECH_SPECIAL[gap - 1] == CheckDigits.at(text, 8)) {
                return true;
            }
        }
        return czechPerson(text);
    }

    /** Women's months are 50 higher, and 20 are added once a day's numbers have run out. */
    private static boolean czechPerson(String text) {
        int year = (int) CheckDigits.number(text, 0, 2);
        int month = (int) CheckDigits.number(text, 2, 4) % 50;
        boolean old = text.length() == 9;
        int day = (int) CheckDigits.number(text, 4, 6);
        if ((old && year > 53) || !isDate(year, month > 20 ? month - 20 : month, day)) {
            return false;
        }
        // The first nine digits of a few numbers leave 10, for which there is no digit but 0.
        return old
                || Long.parseLong(text) % 11 == 0
                || (CheckDigits.number(text, 0, 9) % 11 == 10 && text.charAt(9) == '0');
    }

    static boolean latvia(String text) {
        if (text.charAt(0) > '3') {
            return CheckDigits.weighted(text, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        }
        if (text.startsWith("32")) {
            // Persons registered since 2017: no date and no check digit.
            return true;
        }
        int day = (int) CheckDigits.number(text, 0, 2);
        return isDate((int) CheckDigits.number(text, 4, 6), (int) CheckDigits.number(text, 2, 4), day);
    }

    /** Whether the day can be: the 29th of February is let through in any year. */
    private static boolean isDate(int year, int month, int day) {
        try {
            return year >= 0 && LocalDate.of(2000, month, day).getMonthValue() == month;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
