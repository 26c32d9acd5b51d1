package io.clientele.attribute;

/** Says whether the caller may read the files of a customer; implemented where customers are. */
public interface FileGuard {

    boolean opens(long customerId);
}
