package io.clientele.attribute;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files may be kept at all, by the end of their name. */
final class FileKind {

    private static final Map<String, String> IMAGES = Map.of(
            "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif", "bmp", "image/bmp");

    private static final String PDF = "application/pdf";
    private static final String ANYTHING = "application/octet-stream";

    /** What text that a browser or a shell would run begins with, blanks and a byte order mark aside. */
    private static final List<String> ACTIVE = List.of(
            "<!doctype",
            "<html",
            "<head",
            "<body",
            "<script",
            "<svg",
            "<?xml",
            "<?php",
            "<!--",
            "<iframe",
            "<img",
            "#!");

    /** What a program begins with. */
    private static final List<byte[]> PROGRAMS = List.of(
            new byte[] {'M', 'Z'},
            new byte[] {0x7f, 'E', 'L', 'F'},
            new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe},
            new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe});

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
        return IMAGES.containsKey(extension.toLowerCase(Locale.ROOT));
    }

    static boolean isAllowed(String extension) {
        return extension.matches("[A-Za-z0-9]{1,10}") && !REFUSED.contains(extension.toLowerCase(Locale.ROOT));
    }

    static List<String> images() {
        return List.copyOf(IMAGES.keySet());
    }

    /** What the content is if it fits the name's end; null if it does not, or is something a browser would run. */
    static @Nullable String mediaType(String extension, byte[] content, ImageCheck.@Nullable Image image) {
        if (image != null) {
            return image.mediaType().equals(IMAGES.get(extension)) ? image.mediaType() : null;
        }
        if (isImage(extension)) {
            return null;
        }
        boolean isPdf = begins(content, new byte[] {'%', 'P', 'D', 'F', '-'});
        if (isActive(content) || extension.equals("pdf") != isPdf) {
            return null;
        }
        return isPdf ? PDF : ANYTHING;
    }

    private static boolean isActive(byte[] content) {
        if (PROGRAMS.stream().anyMatch(program -> begins(content, program))) {
            return true;
        }
        // Without the zeros it is also seen in two-byte encodings.
        String start = new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1)
                .replaceAll("[\\x00\\xef\\xbb\\xbf\\xfe\\xff\\s]+", "")
                .toLowerCase(Locale.ROOT);
        return ACTIVE.stream().anyMatch(start::startsWith) || start.contains("<script") || start.contains("<svg");
    }

    private static boolean begins(byte[] content, byte[] with) {
        return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
    }
}
