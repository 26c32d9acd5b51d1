package io.clientele.bulk;

import io.clientele.access.SecretSeal;
import io.clientele.shared.json.StoredJson;
import io.clientele.shared.person.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/**
 * Closes what waits, which may hold passwords. Each request has a key of its own, which is kept closed with the
 * deployment's and thrown away once all its operations have ended.
 */
@ApplicationScoped
class BulkSeal {

    private static final String PURPOSE = "bulk";

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
        return open(seal(bulk, key), closed);
    }

    /** The same for several of the request. */
    List<String> openAll(UUID bulk, Sealed key, List<Sealed> closed) {
        Seal seal = seal(bulk, key);
        return closed.stream().map(each -> open(seal, each)).toList();
    }

    private static String open(Seal seal, Sealed closed) {
        return seal.open(closed.bytes())
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElseThrow(BulkRefusals::sealedOtherwise);
    }

    Sealed closeSender(UUID bulk, Sealed key, Sender sender) {
        return close(bulk, key, StoredJson.write(sender));
    }

    Sender openSender(UUID bulk, Sealed key, Sealed closed) {
        return StoredJson.read(open(bulk, key, closed), Sender.class);
    }

    private Seal seal(UUID bulk, Sealed key) {
        try {
            return new Seal(secrets.open(PURPOSE, bulk.getMostSignificantBits(), key.bytes()));
        } catch (IllegalStateException e) {
            throw BulkRefusals.sealedOtherwise();
        }
    }
}
