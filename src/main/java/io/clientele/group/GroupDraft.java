package io.clientele.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sends to create or change a group; null is "not supplied".
 *
 * @param id the group to change, or null to create one
 * @param excludedWebsiteIds the whole new list
 */
public record GroupDraft(
        @Nullable Integer id,
        @Nullable String code,
        @Nullable Integer taxClassId,
        @Nullable List<Integer> excludedWebsiteIds) {

    GroupDraft withCode(String other) {
        return new GroupDraft(id, other, taxClassId, excludedWebsiteIds);
    }

    GroupDraft withId(int other) {
        return new GroupDraft(other, code, taxClassId, excludedWebsiteIds);
    }
}
