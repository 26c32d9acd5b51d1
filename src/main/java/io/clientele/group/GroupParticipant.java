package io.clientele.group;

import java.util.Map;

/** Takes part in the deletion of a group, in the same transaction: its members must go elsewhere. */
public interface GroupParticipant {

    /**
     * Called before the group is deleted; no new member can join it from now on.
     *
     * @param defaultGroups the default group of each store view, by the view's id, 0 included
     */
    void deleting(int groupId, Map<Integer, Integer> defaultGroups);
}
