package io.clientele.group;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A customer group as administrators see it. */
@Name("AdminCustomerGroup")
public record AdminGroupNode(
        @Ignore Group group,
        @Id @NonNull String id,
        @NonNull String code,
        @NonNull @Name("tax_class_id") Integer taxClassId,
        @NonNull @Name("tax_class_name") String taxClassName,
        @NonNull @Name("excluded_website_ids") List<@NonNull Integer> excludedWebsiteIds) {

    public static AdminGroupNode of(Group group) {
        return new AdminGroupNode(
                group,
                Integer.toString(group.id()),
                group.code(),
                group.taxClassId(),
                group.taxClassName(),
                group.excludedWebsiteIds());
    }
}
