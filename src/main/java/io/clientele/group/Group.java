package io.clientele.group;

import java.util.List;

/**
 * A customer group.
 *
 * @param id 0 is the group of everybody who is not signed in
 * @param code its name, 1 to 32 characters, unique without regard to case
 * @param excludedWebsiteIds the websites that do not know the group's prices and do not let its members in
 */
public record Group(int id, String code, int taxClassId, String taxClassName, List<Integer> excludedWebsiteIds) {

    /** The group of everybody who is not signed in. */
    public static final int NOT_LOGGED_IN = 0;

    /** Stands for every group where prices are concerned; never a row. */
    public static final int ALL = 32_000;

    public boolean excludes(int websiteId) {
        return excludedWebsiteIds.contains(websiteId);
    }
}
