package io.clientele.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about their own data.
 *
 * @param customerId the account, or null for somebody without one, and before it is known whether it is the person who asks
 * @param email the address; null once the person is erased
 * @param evidence how an administrator came to know that it is the person, or null
 * @param source {@code guest} or a customer for the person, {@code admin} or {@code integration} for somebody who asks
 *     for the person, {@code retention} for the rule about accounts that nobody uses
 * @param reason why it is not carried out yet, or was not, in a word or two; null when there is nothing to say
 * @param onHold whether an administrator has put it off
 * @param extended whether the time for it was extended, which is done once
 * @param jobId the job that carries it out, or null
 * @param fileExpiresAt until when the file can be fetched; null for what has none
 * @param closedAt when it came to its end, or null
 */
public record PrivacyRequest(
        long id,
        RequestKind kind,
        RequestStatus status,
        int websiteId,
        int storeId,
        @Nullable Long customerId,
        @Nullable String email,
        @Nullable String evidence,
        String source,
        @Nullable String reason,
        boolean onHold,
        boolean extended,
        @Nullable Long jobId,
        Instant dueAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant fileExpiresAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt) {

    /** Whether it came from somebody whom only a mailed link tells from anybody else. */
    boolean isOfGuest() {
        return source.equals("guest");
    }
}
