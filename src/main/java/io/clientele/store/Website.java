package io.clientele.store;

/**
 * A website: the level customers belong to.
 *
 * @param id 0 is the administration, 1 the website a fresh database has
 * @param defaultGroupId the store group a visitor gets; 0 as long as the website has none
 */
public record Website(int id, String code, String name, int defaultGroupId) {

    /** The website of the administration. */
    public static final int ADMIN = 0;

    /** The website of requests that name none. It cannot be deleted. */
    public static final int DEFAULT = 1;
}
