package io.clientele.access;

import java.util.List;

/**
 * What a group of administrators may do.
 *
 * @param resources the resources granted, as they were given; what is below them in the tree is granted with them
 * @param websiteIds the websites the role is limited to; empty for all
 */
public record AdminRole(long id, String name, List<String> resources, List<Integer> websiteIds) {

    static AdminRole of(AdminRoleEntity row) {
        return new AdminRole(row.id, row.name, List.copyOf(row.resources), List.copyOf(row.websiteIds));
    }
}
