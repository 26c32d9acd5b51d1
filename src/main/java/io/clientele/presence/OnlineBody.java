package io.clientele.presence;

import io.clientele.customer.CreatedAt;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who is online as REST shows it. */
@Schema(name = "online")
public record OnlineBody(
        long id,
        String type,
        int websiteId,
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String email,
        @Nullable String company,
        String lastActivity,
        @Nullable String lastUrl) {

    static OnlineBody of(Online online) {
        return new OnlineBody(
                online.id(),
                online.type().name().toLowerCase(Locale.ROOT),
                online.websiteId(),
                online.firstname(),
                online.lastname(),
                online.email(),
                online.company(),
                CreatedAt.show(online.lastActivity()),
                online.lastUrl());
    }
}
