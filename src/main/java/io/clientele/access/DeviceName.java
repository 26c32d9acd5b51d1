package io.clientele.access;

import org.jspecify.annotations.Nullable;

/** What a client calls itself, in a form that may be kept and shown. */
final class DeviceName {

    private static final int LONGEST = 200;

    private DeviceName() {}

    /** Visible ASCII and blanks of the {@code User-Agent}, at most 200; empty when it sent none. */
    static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String visible = userAgent.replaceAll("[^ -~]", "").strip();
        return visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
    }
}
