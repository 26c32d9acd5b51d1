package io.clientele.privacy;

import io.clientele.shared.ShownTime;
import io.clientele.shared.person.ConsentChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A consent or its end as REST shows it; see {@link ConsentChange}. */
@Schema(name = "consent-change")
public record ConsentChangeBody(
        long id,
        @Nullable Integer websiteId,
        String purpose,
        @Nullable String subject,
        boolean given,
        String source,
        @Nullable String wording,
        String changedAt) {

    static ConsentChangeBody of(ConsentChange change) {
        return new ConsentChangeBody(
                change.id(),
                change.websiteId(),
                change.purpose(),
                change.subject(),
                change.given(),
                change.source(),
                change.wording(),
                ShownTime.of(change.changedAt()));
    }
}
