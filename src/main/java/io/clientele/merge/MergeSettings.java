package io.clientele.merge;

import io.clientele.store.SettingDefinition;
import io.clientele.store.SettingDefinitions;
import io.clientele.store.SettingScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of merging. */
@ApplicationScoped
public class MergeSettings implements SettingDefinitions {

    /** What is remembered for it is forgotten then; 0 or less remembers nothing. */
    static final SettingDefinition UNDO_DAYS = SettingDefinition.number(
            "clientele/merge/undo_days",
            30,
            SettingScope.WEBSITES,
            "Days for which the merge of two customers can be undone");

    @Override
    public List<SettingDefinition> all() {
        return List.of(UNDO_DAYS);
    }
}
