package io.clientele.access;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Shows the signing keys and lets administrators change them. No secret leaves it. */
@ApplicationScoped
public class SigningKeyService {

    private final SigningKeys keys;
    private final KeyRotation rotation;
    private final Settings settings;
    private final Clock clock;

    SigningKeyService(SigningKeys keys, KeyRotation rotation, Settings settings, Clock clock) {
        this.keys = keys;
        this.rotation = rotation;
        this.settings = settings;
        this.clock = clock;
    }

    /** All keys that tokens may be signed with or checked by, the newest first. */
    public List<SigningKeyInfo> list() {
        KeyRing ring = keys.ring();
        return ring.keys().stream()
                .map(key -> SigningKeyInfo.of(key, ring, clock.instant()))
                .toList();
    }

    /**
     * Makes a key that signs from a second later on; what the others signed counts until it ends.
     *
     * @param purpose access, which null stands for, or oauth2
     * @throws Refusal for another purpose
     */
    public SigningKeyInfo rotate(@Nullable String purpose) {
        KeyPurpose of = purpose(purpose);
        SigningKey key = rotation.rotate(of, KeyRotation.algorithm(settings, of));
        return SigningKeyInfo.of(key, keys.ring(), clock.instant());
    }

    /**
     * Removes a key that signs no more, as when somebody stole it: every token it signed ends within a second.
     *
     * @throws Refusal for one that is not there, that signs, or that is about to
     */
    public void remove(String kid) {
        rotation.remove(kid);
    }

    private static KeyPurpose purpose(@Nullable String word) {
        return word == null
                ? KeyPurpose.ACCESS
                : Arrays.stream(KeyPurpose.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> Refusals.invalidValue("purpose", word));
    }

    /** What others need to check our signatures (RFC 7517): public keys only, and so none of a shared secret. */
    public List<Map<String, Object>> published() {
        return keys.ring().keys().stream()
                .filter(key -> key.algorithm().isAsymmetric())
                .map(SigningKeyService::jwk)
                .toList();
    }

    private static Map<String, Object> jwk(SigningKey key) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key.verification());
            jwk.setKeyId(key.kid());
            jwk.setUse("sig");
            jwk.setAlgorithm(key.algorithm().name());
            return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException("not a public key: " + key, e);
        }
    }
}
