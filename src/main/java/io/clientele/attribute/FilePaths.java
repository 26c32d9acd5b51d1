package io.clientele.attribute;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The names files are kept under: random, in folders of a thousand or so. */
final class FilePaths {

    static final Pattern PATH = Pattern.compile("/[0-9a-f]/[0-9a-f]{2}/[0-9a-f]{32}\\.[a-z0-9]{1,10}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private FilePaths() {}

    static String fresh(String extension) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        return "/" + name.charAt(0) + "/" + name.substring(1, 3) + "/" + name + "." + extension;
    }
}
