package io.clientele.shared.graphql;

/**
 * One of the things an answer to everybody may differ by: the store, the currency, whether somebody is signed in, the
 * customer's group, the tax rate. Every bean of this type has its part in {@code X-Magento-Cache-Id}.
 */
public interface CacheIdFactor {

    /** The factor's name; sorts it among the others. */
    String name();

    /** What it is for the request in hand. */
    String value();
}
