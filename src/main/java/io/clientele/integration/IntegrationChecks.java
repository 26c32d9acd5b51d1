package io.clientele.integration;

import io.clientele.shared.Mode;
import io.clientele.shared.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an integration may be called and reached by. All of it refuses by name of the field. */
@ApplicationScoped
class IntegrationChecks {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_EMAIL = 254;
    private static final int MOST_URIS = 50;

    private final Mode mode;

    IntegrationChecks(Mode mode) {
        this.mode = mode;
    }

    String name(@Nullable String given) {
        String name = given == null ? "" : given.strip();
        if (name.isEmpty()) {
            throw Refusals.required("name");
        }
        if (name.length() > LONGEST_NAME) {
            throw IntegrationRefusals.tooLong("name", LONGEST_NAME);
        }
        return name;
    }

    /** An empty text takes the address away. */
    @Nullable
    String email(String given) {
        String email = given.strip();
        if (email.isEmpty()) {
            return null;
        }
        int at = email.indexOf('@');
        if (at < 1 || at == email.length() - 1 || email.indexOf(' ') >= 0 || email.length() > LONGEST_EMAIL) {
            throw Refusals.invalidValue("email", given);
        }
        return email;
    }

    /** Secrets go there, so that it must be https in production. An empty text takes it away. */
    @Nullable
    String endpoint(String given) {
        String endpoint = given.strip();
        if (endpoint.isEmpty()) {
            return null;
        }
        if (!ClientUris.isEndpoint(endpoint, mode.local())) {
            throw Refusals.invalidValue("endpoint", given);
        }
        return endpoint;
    }

    /** They are kept as they are sent, and compared so. */
    List<String> redirectUris(List<@Nullable String> given) {
        if (given.size() > MOST_URIS) {
            throw IntegrationRefusals.tooMany("redirect_uris", MOST_URIS);
        }
        for (String uri : given) {
            if (uri == null || !ClientUris.isRedirect(uri)) {
                throw Refusals.invalidValue("redirect_uris", String.valueOf(uri));
            }
        }
        return List.copyOf(given).stream().distinct().toList();
    }

    /** Revoking has an operation of its own. */
    IntegrationStatus status(String given) {
        return IntegrationStatus.of(given)
                .filter(status -> status != IntegrationStatus.REVOKED)
                .orElseThrow(() -> Refusals.invalidValue("status", given));
    }
}
