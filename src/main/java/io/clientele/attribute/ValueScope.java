package io.clientele.attribute;

/**
 * In which circumstances values are given.
 *
 * @param websiteId the website of the customer; it decides what is required and visible
 * @param storeId the store view whose labels refusals speak in; 0 for the default labels
 * @param isNew whether the customer or address is being created: defaults are filled in, required ones demanded
 * @param writer who gives them
 * @param unknown what becomes of codes that no attribute has
 */
public record ValueScope(int websiteId, int storeId, boolean isNew, Writer writer, Unknown unknown) {

    /** Who gives values. */
    public enum Writer {
        /** Sees and fills only what is visible in the website; what else is given has no effect. */
        SHOPPER,
        ADMINISTRATOR
    }

    /** What becomes of codes that no attribute has. */
    public enum Unknown {
        IGNORE,
        REFUSE
    }
}
