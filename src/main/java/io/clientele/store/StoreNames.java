package io.clientele.store;

import io.clientele.shared.Refusals;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The codes and names of websites, store groups and store views. */
final class StoreNames {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");
    private static final int LONGEST_NAME = 255;

    private StoreNames() {}

    /** The code that was sent, or the old one. */
    static String code(@Nullable String sent, String old) {
        String code = sent == null ? old : sent;
        if (code.isEmpty()) {
            throw Refusals.required("code");
        }
        if (!CODE.matcher(code).matches()) {
            throw StoreRefusals.wrongCode();
        }
        return code;
    }

    /** The name that was sent, without spaces around it, or the old one. */
    static String name(@Nullable String sent, String old) {
        String name = sent == null ? old : sent.strip();
        if (name.isEmpty()) {
            throw Refusals.required("name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Refusals.invalidValue("name", name);
        }
        return name;
    }
}
