package io.clientele.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.access.SecretSeal;
import io.clientele.shared.person.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Closes what waits, which may hold passwords. Each request has a key of its own, which is kept closed with the
 * deployment's and thrown away once all its operations have ended.
 */
@ApplicationScoped
class BulkSeal {

    private static final String PURPOSE = "bulk";

    /** Getters of yes or no are questions about a record, and no parts of it. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SecretSeal secrets;
    private final SecureRandom random = new SecureRandom();

    @Inject
    BulkSeal(SecretSeal secrets) {
        this.secrets = secrets;
    }

    /** A key for the request, closed. */
    Sealed newKey(UUID bulk) {
        byte[] key = new byte[Seal.KEY_BYTES];
        random.nextBytes(key);
        return Sealed.of(secrets.close(PURPOSE, bulk.getMostSignificantBits(), key));
    }

    Sealed close(UUID bulk, Sealed key, String text) {
        return Sealed.of(seal(bulk, key).close(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws io.clientele.shared.Refusal when the deployment has another key now */
    String open(UUID bulk, Sealed key, Sealed closed) {
        return seal(bulk, key)
                .open(closed.bytes())
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElseThrow(BulkRefusals::sealedOtherwise);
    }

    Sealed closeSender(UUID bulk, Sealed key, Sender sender) {
        try {
            return close(bulk, key, JSON.writeValueAsString(sender));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sender can be written", e);
        }
    }

    Sender openSender(UUID bulk, Sealed key, Sealed closed) {
        try {
            return JSON.readValue(open(bulk, key, closed), Sender.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sender that was written can be read", e);
        }
    }

    private Seal seal(UUID bulk, Sealed key) {
        try {
            return new Seal(secrets.open(PURPOSE, bulk.getMostSignificantBits(), key.bytes()));
        } catch (IllegalStateException e) {
            throw BulkRefusals.sealedOtherwise();
        }
    }
}
