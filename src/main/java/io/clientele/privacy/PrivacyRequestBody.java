package io.clientele.privacy;

import io.clientele.shared.ShownTime;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as REST shows it; see {@link PrivacyRequest}. */
@Schema(name = "privacy-request")
public record PrivacyRequestBody(
        long id,
        String kind,
        String status,
        int websiteId,
        @Nullable Long customerId,
        @Nullable String email,
        @Nullable String evidence,
        String source,
        @Nullable String reason,
        boolean onHold,
        boolean extended,
        @Nullable Long jobId,
        String dueAt,
        @Nullable String verifiedAt,
        @Nullable String fileExpiresAt,
        String createdAt,
        String updatedAt,
        @Nullable String closedAt) {

    static PrivacyRequestBody of(PrivacyRequest request) {
        return new PrivacyRequestBody(
                request.id(),
                request.kind().code(),
                request.status().code(),
                request.websiteId(),
                request.customerId(),
                request.email(),
                request.evidence(),
                request.source(),
                request.reason(),
                request.onHold(),
                request.extended(),
                request.jobId(),
                ShownTime.of(request.dueAt()),
                time(request.verifiedAt()),
                time(request.fileExpiresAt()),
                ShownTime.of(request.createdAt()),
                ShownTime.of(request.updatedAt()),
                time(request.closedAt()));
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
