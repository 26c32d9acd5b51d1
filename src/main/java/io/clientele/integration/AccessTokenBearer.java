package io.clientele.integration;

import io.clientele.access.Bearer;
import io.clientele.access.CallerSource;
import io.clientele.shared.Caller;
import io.clientele.shared.Secret;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises an integration by its access token alone, where the shop allows that. */
@ApplicationScoped
class AccessTokenBearer implements CallerSource {

    /** Tokens of people have dots and are longer. */
    private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{" + Secret.TEXT_LENGTH + "}");

    private final KnownIntegrations known;
    private final IntegrationAccess access;
    private final Settings settings;
    private final StoreScope scope;

    AccessTokenBearer(KnownIntegrations known, IntegrationAccess access, Settings settings, StoreScope scope) {
        this.known = known;
        this.access = access;
        this.settings = settings;
        this.scope = scope;
    }

    @Override
    public boolean reads(String authorization) {
        return Bearer.token(authorization)
                .filter(token -> TOKEN.matcher(token).matches())
                .isPresent();
    }

    @Override
    public Optional<Caller> caller(String authorization) {
        if (!settings.flag(IntegrationSettings.TOKEN_AS_BEARER, scope.view())) {
            return Optional.empty();
        }
        return Bearer.token(authorization)
                .flatMap(token -> known.find(all -> all.withAccessToken(Secret.hash(token))))
                .flatMap(found -> access.caller(found.integration().id(), null));
    }

    /** Of every integration without a session, whichever way it proved itself. */
    @Override
    public Optional<Caller> now(Caller accepted) {
        return accepted.type() == Caller.Type.INTEGRATION && accepted.sessionId() == null
                ? access.caller(accepted.id(), null)
                : Optional.empty();
    }
}
