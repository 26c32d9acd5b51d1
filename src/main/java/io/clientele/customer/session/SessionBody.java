package io.clientele.customer.session;

import io.clientele.access.Session;
import io.clientele.shared.ShownTime;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** A session as both edges show it. */
@Name("CustomerSession")
public record SessionBody(
        long id,
        @Name("created_at") String createdAt,
        @Name("last_used_at") String lastUsedAt,
        @Nullable String address,
        @Nullable String device,
        boolean current,
        boolean assisted) {

    static SessionBody of(Session session) {
        return new SessionBody(
                session.id(),
                ShownTime.of(session.createdAt()),
                ShownTime.of(session.lastUsedAt()),
                session.address(),
                session.device(),
                session.current(),
                session.assisted());
    }
}
