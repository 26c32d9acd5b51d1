package io.clientele.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.shared.Storable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file as the contract's clients send it, {@code {base64_encoded_data, type, name}}, and looks into it. */
@ApplicationScoped
class FileCheck {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final int LONGEST_NAME = 255;

    private final AttributeFileConfig config;

    @Inject
    FileCheck(AttributeFileConfig config) {
        this.config = config;
    }

    /** The file under a path of its own. */
    AttributeFile read(Attribute attribute, JsonNode given, String label) {
        boolean isImage = attribute.input() == InputType.IMAGE;
        byte[] content = decoded(text(given, "base64_encoded_data", "base64EncodedData"), isImage, label);
        String name = text(given, "name", "name").strip();
        checkSize(attribute, content, label);
        ImageCheck.Image image = ImageCheck.of(content, config.maxPixels());
        if (isImage) {
            checkType(image, text(given, "type", "type"));
        }
        String extension = extension(name);
        if (extension.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || FORBIDDEN.matcher(name).find()
                || !Storable.is(name)) {
            throw isImage ? AttributeRefusals.imageName() : AttributeRefusals.notAFile(label);
        }
        if (!allowed(attribute).contains(extension)) {
            throw AttributeRefusals.extension(label);
        }
        checkImage(attribute, image, label);
        String mediaType = FileKind.mediaType(extension, content, image);
        if (mediaType == null) {
            throw AttributeRefusals.notAFile(label);
        }
        return new AttributeFile(FilePaths.fresh(extension), attribute.id(), name, mediaType, content);
    }

    private static String text(JsonNode given, String name, String other) {
        return given.path(name).asText(given.path(other).asText(""));
    }

    private static byte[] decoded(String text, boolean isImage, String label) {
        try {
            byte[] content = Base64.getDecoder().decode(text.strip());
            if (content.length > 0) {
                return content;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like nothing at all.
        }
        throw isImage ? AttributeRefusals.imageUndecodable() : AttributeRefusals.notAFile(label);
    }

    private void checkSize(Attribute attribute, byte[] content, String label) {
        long most = Math.min(
                config.maxSize().asLongValue(),
                Rules.number(attribute.rule(Rules.FILE_SIZE)).orElse(Integer.MAX_VALUE));
        if (content.length > most) {
            throw AttributeRefusals.fileTooLarge(label);
        }
    }

    private static void checkType(ImageCheck.@Nullable Image image, String type) {
        if (image == null) {
            throw AttributeRefusals.imageUndecodable();
        }
        if (!image.mediaType().equals(type.toLowerCase(Locale.ROOT))) {
            throw AttributeRefusals.imageType();
        }
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** What the attribute's rule names, of what may be kept at all. */
    private List<String> allowed(Attribute attribute) {
        String rule = attribute.rule(Rules.EXTENSIONS);
        List<String> named = rule == null
                ? (attribute.input() == InputType.IMAGE ? FileKind.images() : config.extensions())
                : Arrays.asList(rule.split(",", -1));
        return named.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(FileKind::isAllowed)
                .toList();
    }

    private static void checkImage(Attribute attribute, ImageCheck.@Nullable Image image, String label) {
        if (image == null) {
            return;
        }
        Rules.number(attribute.rule(Rules.WIDTH))
                .filter(most -> image.width() > most)
                .ifPresent(most -> {
                    throw AttributeRefusals.imageTooWide(label, most);
                });
        Rules.number(attribute.rule(Rules.HEIGHT))
                .filter(most -> image.height() > most)
                .ifPresent(most -> {
                    throw AttributeRefusals.imageTooHigh(label, most);
                });
    }
}
