package io.clientele.pricing;

import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that tier prices call groups by. */
@ApplicationScoped
class TierGroups {

    static final String ALL = "ALL GROUPS";

    private final Groups groups;

    @Inject
    TierGroups(Groups groups) {
        this.groups = groups;
    }

    /** The ids of all groups by folded code; {@link Group#ALL} for all of them. */
    Map<String, Integer> idsByKey() {
        Map<String, Integer> ids = new HashMap<>();
        groups.all().forEach(group -> ids.put(Fold.key(group.code()), group.id()));
        ids.put(Fold.key(ALL), Group.ALL);
        return ids;
    }

    /** The code of the group; null stands for all of them. */
    String code(@Nullable Integer groupId) {
        return groupId == null ? ALL : groups.find(groupId).map(Group::code).orElse(Integer.toString(groupId));
    }
}
