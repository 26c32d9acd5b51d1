package io.clientele.event.webhook;

import io.clientele.access.SecretSeal;
import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** All webhooks in memory, and what their messages are signed with. */
@ApplicationScoped
class Webhooks {

    private static final String PURPOSE = "webhook";

    private final Snapshot<List<Receiver>> snapshot;
    private final SecretSeal seal;

    @Inject
    Webhooks(Snapshots snapshots, SecretSeal seal) {
        this.snapshot = snapshots.of("webhook", WebhookRepository::all);
        this.seal = seal;
    }

    List<Receiver> all() {
        return snapshot.get();
    }

    Optional<Receiver> find(long id) {
        return all().stream().filter(each -> each.webhook().id() == id).findFirst();
    }

    /** To be called in each transaction that changes one. */
    void changed() {
        snapshot.changed();
    }

    byte[] sealed(long id, WebhookSecret secret) {
        return seal.close(PURPOSE, id, secret.key());
    }

    /** What signs the receiver's messages. */
    Signer signer(Receiver receiver) {
        return new Signer(
                open(receiver, receiver.secret()),
                receiver.previous() == null ? null : open(receiver, receiver.previous()),
                receiver.previousUntil());
    }

    private WebhookSecret open(Receiver receiver, String sealed) {
        // PostgreSQL breaks the lines of Base64.
        return new WebhookSecret(seal.open(
                PURPOSE, receiver.webhook().id(), Base64.getMimeDecoder().decode(sealed)));
    }
}
