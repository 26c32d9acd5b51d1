package io.clientele.event;

import io.clientele.shared.person.MergeParticipant;
import io.clientele.shared.person.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Events keep the id they were told with. */
@ApplicationScoped
class EventMerging implements MergeParticipant {

    @Override
    public List<MergeRule> rules() {
        return List.of(MergeRule.remains("event", "readers have them already"));
    }
}
