package io.clientele.privacy;

import io.clientele.shared.search.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Requests about people's data as GraphQL shows them to administrators. */
public final class AdminPrivacyNodes {

    private AdminPrivacyNodes() {}

    /** A page of them. */
    @Name("AdminPrivacyRequests")
    public record Page(
            @NonNull List<@NonNull Item> items,
            @NonNull @Name("total_count") Integer totalCount) {

        static Page of(SearchResults<PrivacyRequest> page) {
            Long total = page.totalCount();
            return new Page(
                    page.items().stream().map(Item::of).toList(),
                    total == null ? page.items().size() : Math.toIntExact(total));
        }
    }

    /** One of them. */
    @Name("AdminPrivacyRequest")
    public record Item(
            @Id @NonNull String id,
            @NonNull String kind,
            @NonNull String status,
            @NonNull @Name("website_id") Integer websiteId,
            @Nullable @Id @Name("customer_id") String customerId,
            @Nullable String email,
            @Nullable String evidence,
            @NonNull String source,
            @Nullable String reason,
            @NonNull @Name("on_hold") Boolean onHold,
            @NonNull Boolean extended,
            @NonNull @Name("due_at") String dueAt,
            @Nullable @Name("verified_at") String verifiedAt,
            @Nullable @Name("file_expires_at") String fileExpiresAt,
            @NonNull @Name("created_at") String createdAt,
            @Nullable @Name("closed_at") String closedAt) {

        static Item of(PrivacyRequest request) {
            PrivacyRequestBody shown = PrivacyRequestBody.of(request);
            Long customerId = shown.customerId();
            return new Item(
                    Long.toString(shown.id()),
                    shown.kind(),
                    shown.status(),
                    shown.websiteId(),
                    customerId == null ? null : customerId.toString(),
                    shown.email(),
                    shown.evidence(),
                    shown.source(),
                    shown.reason(),
                    shown.onHold(),
                    shown.extended(),
                    shown.dueAt(),
                    shown.verifiedAt(),
                    shown.fileExpiresAt(),
                    shown.createdAt(),
                    shown.closedAt());
        }
    }
}
