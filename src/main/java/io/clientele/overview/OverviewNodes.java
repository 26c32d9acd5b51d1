package io.clientele.overview;

import io.clientele.audit.AuditNode;
import io.clientele.shared.ShownTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What is known of a customer besides, as administrators see it over GraphQL. */
public final class OverviewNodes {

    private OverviewNodes() {}

    /** What several features keep of a customer. */
    @Name("AdminCustomerOverview")
    public record PartsNode(
            @Nullable @Name("last_sign_in_at") String lastSignInAt,

            @NonNull @Name("orders_count") @Description("Without those that were cancelled, of all websites")
            Integer ordersCount,

            @NonNull @Name("lifetime_value") @Description("Less refunds, each in the base currency of its website")
            BigDecimal lifetimeValue,

            @NonNull List<@NonNull SegmentNode> segments,
            @NonNull List<@NonNull NewsletterNode> newsletter,
            @NonNull List<@NonNull AppConsentNode> consents) {

        static PartsNode of(CustomerParts parts) {
            return new PartsNode(
                    shown(parts.lastSignInAt()),
                    parts.ordersCount(),
                    parts.lifetimeValue(),
                    parts.segments().stream()
                            .map(each -> new SegmentNode(
                                    Long.toString(each.id()), each.name(), ShownTime.of(each.enteredAt())))
                            .toList(),
                    parts.newsletter().stream()
                            .map(each -> new NewsletterNode(
                                    each.websiteId(), each.storeId(), each.status(), ShownTime.of(each.changedAt())))
                            .toList(),
                    parts.consents().stream()
                            .map(each -> new AppConsentNode(
                                    Long.toString(each.integrationId()),
                                    each.clientName(),
                                    each.scopes(),
                                    ShownTime.of(each.createdAt()),
                                    ShownTime.of(each.updatedAt())))
                            .toList());
        }
    }

    /** A segment the customer is in. */
    @Name("AdminSegmentOfCustomer")
    public record SegmentNode(
            @Id @NonNull String id,
            @NonNull String name,
            @NonNull @Name("entered_at") String enteredAt) {}

    /** The newsletter of a website. */
    @Name("AdminCustomerNewsletter")
    public record NewsletterNode(
            @NonNull @Name("website_id") Integer websiteId,
            @NonNull @Name("store_id") Integer storeId,

            @NonNull @Description("1 subscribed, 2 not active, 3 unsubscribed, 4 unconfirmed")
            Integer status,

            @NonNull @Name("changed_at") String changedAt) {}

    /** What the customer lets an application do. */
    @Name("AdminCustomerConsent")
    public record AppConsentNode(
            @Id @NonNull @Name("integration_id") String integrationId,
            @NonNull @Name("client_name") String clientName,
            @NonNull List<@NonNull String> scopes,
            @NonNull @Name("created_at") String createdAt,
            @NonNull @Name("updated_at") String updatedAt) {}

    /** What the audit log tells of a customer. */
    @Name("AdminCustomerHistory")
    public record HistoryNode(
            @NonNull @Name("group_code") String groupCode,

            @NonNull @Name("group_reason") @Description("manual, default, given, or a word of the VAT rules")
            String groupReason,

            @Nullable @Name("group_since") String groupSince,

            @Nullable @Name("recent_changes") @Description("Without sign-ins; null for who may not read the audit log")
            List<@NonNull AuditNode> recentChanges) {

        static HistoryNode of(CustomerHistory history) {
            return new HistoryNode(
                    history.groupCode(),
                    history.reason().reason(),
                    shown(history.reason().since()),
                    history.recentChanges() == null
                            ? null
                            : history.recentChanges().stream()
                                    .map(AuditNode::of)
                                    .toList());
        }
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
