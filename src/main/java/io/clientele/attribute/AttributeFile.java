package io.clientele.attribute;

/** A file that is the value of an attribute. No record, since two of the same content are not the same file. */
public final class AttributeFile {

    private final String path;
    private final int attributeId;
    private final String name;
    private final String mediaType;
    private final byte[] content;

    AttributeFile(String path, int attributeId, String name, String mediaType, byte[] content) {
        this.path = path;
        this.attributeId = attributeId;
        this.name = name;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    /** The value: generated, never a client's. */
    String path() {
        return path;
    }

    int attributeId() {
        return attributeId;
    }

    /** What the client called it. */
    String name() {
        return name;
    }

    /** What it is by its content. */
    String mediaType() {
        return mediaType;
    }

    byte[] content() {
        return content.clone();
    }
}
