package io.clientele.attribute;

import java.util.Locale;
import java.util.Set;

/** Which files may be kept at all, by the end of their name. */
final class FileKind {

    private static final Set<String> IMAGES = Set.of("jpg", "jpeg", "png", "gif", "bmp");

    /** What a browser would run or a server might; kept by nobody, whatever a rule says. */
    private static final Set<String> REFUSED = Set.of(
            "htm",
            "html",
            "xhtml",
            "shtml",
            "svg",
            "svgz",
            "xml",
            "xsl",
            "xslt",
            "js",
            "mjs",
            "php",
            "phtml",
            "pht",
            "phar",
            "jsp",
            "jspx",
            "asp",
            "aspx",
            "cgi",
            "pl",
            "py",
            "rb",
            "sh",
            "bash",
            "bat",
            "cmd",
            "ps1",
            "exe",
            "dll",
            "so",
            "com",
            "scr",
            "msi",
            "jar",
            "war",
            "class",
            "htaccess",
            "swf",
            "hta",
            "vbs",
            "wsf",
            "lnk");

    private FileKind() {}

    static boolean isImage(String extension) {
        return IMAGES.contains(extension.toLowerCase(Locale.ROOT));
    }

    static boolean isAllowed(String extension) {
        return extension.matches("[A-Za-z0-9]{1,10}") && !REFUSED.contains(extension.toLowerCase(Locale.ROOT));
    }
}
