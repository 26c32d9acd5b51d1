package io.clientele.integration;

import io.clientele.shared.Snapshot;
import io.clientele.shared.Snapshots;
import io.clientele.shared.sql.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All integrations in memory. It may be trusted only while it keeps up with the database: otherwise the database is asked, and
 * with the database gone nobody is recognised.
 */
@ApplicationScoped
class KnownIntegrations {

    private final IntegrationRepository repository;
    private final Snapshots snapshots;
    private final Snapshot<Directory> snapshot;

    KnownIntegrations(IntegrationRepository repository, Snapshots snapshots) {
        this.repository = repository;
        this.snapshots = snapshots;
        this.snapshot = snapshots.of("integration", connection -> Directory.of(repository.all(connection)));
    }

    /** The integrations by each of their names. */
    record Directory(
            Map<Long, KnownIntegration> byId,
            Map<String, KnownIntegration> byClientId,
            Map<String, KnownIntegration> byConsumerKey,
            Map<String, KnownIntegration> byAccessToken) {

        static Directory of(List<KnownIntegration> all) {
            Directory directory = new Directory(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (KnownIntegration each : all) {
                directory.byId.put(each.integration().id(), each);
                directory.byClientId.put(each.integration().clientId(), each);
                directory.byConsumerKey.put(each.integration().consumerKey(), each);
                directory.byAccessToken.put(
                        HexFormat.of().formatHex(each.secrets().accessTokenHash()), each);
            }
            return directory;
        }

        /** @param hash of the token */
        Optional<KnownIntegration> withAccessToken(byte[] hash) {
            return Optional.ofNullable(byAccessToken.get(HexFormat.of().formatHex(hash)));
        }
    }

    /** @throws io.clientele.shared.Refusal of kind UNAVAILABLE when nothing can be read that may be trusted */
    Directory now() {
        return snapshots.keepUp() ? snapshot.get() : asStored();
    }

    /** As they are in the database at this moment, for what must not miss a change of a second ago; otherwise as {@link #now}. */
    Directory asStored() {
        try {
            return Directory.of(repository.all());
        } catch (DatabaseFailure e) {
            throw IntegrationRefusals.unavailable();
        }
    }

    /**
     * One of them. Whoever is not among those in memory may have been made at another instance a moment ago, and is looked for in
     * the database; otherwise as {@link #now}.
     */
    Optional<KnownIntegration> find(Function<Directory, Optional<KnownIntegration>> which) {
        return which.apply(now()).or(() -> which.apply(asStored()));
    }

    /** The transaction in hand changes an integration. */
    void changed() {
        snapshot.changed();
    }
}
