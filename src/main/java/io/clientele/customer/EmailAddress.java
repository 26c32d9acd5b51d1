package io.clientele.customer;

import java.util.regex.Pattern;

/** What the contract takes for an e-mail address: letters beyond ASCII are fine, a domain without a dot is not. */
public final class EmailAddress {

    private static final int LONGEST = 255;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern LOCAL_PART = Pattern.compile(
            "[\\p{L}\\p{M}\\p{Nd}!#$%&'*+/=?^_`{|}~‘’“”-]+(\\.[\\p{L}\\p{M}\\p{Nd}!#$%&'*+/=?^_`{|}~‘’“”-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([\\p{L}\\p{Nd}]([\\p{L}\\p{M}\\p{Nd}-]{0,61}[\\p{L}\\p{M}\\p{Nd}])?\\.)+[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd}-]{0,61}[\\p{L}\\p{M}\\p{Nd}]");

    private EmailAddress() {}

    public static boolean isValid(String email) {
        int at = email.lastIndexOf('@');
        return email.length() <= LONGEST
                && at >= 1
                && at <= LONGEST_LOCAL_PART
                && LOCAL_PART.matcher(email.substring(0, at)).matches()
                && DOMAIN.matcher(email.substring(at + 1)).matches();
    }
}
