package io.clientele.overview;

import io.clientele.activity.history.ActivityBody;
import io.clientele.audit.AuditBody;
import io.clientele.customer.Customer;
import io.clientele.customer.CustomerBody;
import io.clientele.segment.CustomerContextBody;
import io.clientele.shared.ShownTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer with all that is known of it, over REST.
 *
 * @param recentChanges what was done to it, without sign-ins, the newest first; left out for who may not read the audit log
 */
@Schema(name = "customer-overview")
public record OverviewBody(
        CustomerBody customer,
        AccountBody account,
        GroupBody group,
        TotalsBody statistics,
        ActivityBody activity,
        List<CustomerContextBody.EntryBody> segments,
        List<NewsletterBody> newsletter,
        List<AppConsentBody> consents,
        @Nullable List<AuditBody> recentChanges) {

    private static final int SCALE = 4;

    /** How the account stands. */
    @Schema(name = "customer-overview-account")
    public record AccountBody(
            boolean isActive,
            boolean isConfirmed,
            @Nullable String emailVerifiedAt,
            @Nullable String lockExpires,
            @Nullable String lastSignInAt) {}

    /**
     * The group, and why the customer is in it.
     *
     * @param reason {@code manual}, {@code default}, {@code given}, or a word of the VAT rules
     */
    @Schema(name = "customer-overview-group")
    public record GroupBody(
            int id, String code, String reason, @Nullable String since) {}

    /** The orders of all websites in figures, each in the base currency of its website; the activity has them apart. */
    @Schema(name = "customer-overview-statistics")
    public record TotalsBody(
            int ordersCount,
            BigDecimal lifetimeValue,
            @Nullable BigDecimal averageOrderValue) {}

    /** The newsletter of a website: 1 subscribed, 2 not active, 3 unsubscribed, 4 unconfirmed. */
    @Schema(name = "customer-overview-newsletter")
    public record NewsletterBody(int websiteId, int storeId, int status, String changedAt) {}

    /** What the customer lets an application do. */
    @Schema(name = "customer-overview-consent")
    public record AppConsentBody(
            long integrationId, String clientName, List<String> scopes, String createdAt, String updatedAt) {}

    /** @param baseCurrencies the base currency of a website */
    static OverviewBody of(Overview overview, IntFunction<String> baseCurrencies) {
        CustomerParts parts = overview.parts();
        return new OverviewBody(
                CustomerBody.of(overview.customer()),
                account(overview.customer(), parts),
                group(overview.history()),
                totals(parts),
                ActivityBody.of(overview.activity(), baseCurrencies),
                parts.segments().stream().map(CustomerContextBody.EntryBody::of).toList(),
                parts.newsletter().stream().map(OverviewBody::newsletter).toList(),
                parts.consents().stream().map(OverviewBody::consent).toList(),
                changes(overview.history()));
    }

    private static AccountBody account(Customer customer, CustomerParts parts) {
        return new AccountBody(
                customer.active(),
                customer.confirmation() == null,
                shown(customer.emailVerifiedAt()),
                shown(customer.lockedUntil()),
                shown(parts.lastSignInAt()));
    }

    private static GroupBody group(CustomerHistory history) {
        return new GroupBody(
                history.groupId(),
                history.groupCode(),
                history.reason().reason(),
                shown(history.reason().since()));
    }

    private static TotalsBody totals(CustomerParts parts) {
        BigDecimal average = parts.ordersCount() == 0
                ? null
                : parts.lifetimeValue().divide(BigDecimal.valueOf(parts.ordersCount()), SCALE, RoundingMode.HALF_UP);
        return new TotalsBody(parts.ordersCount(), parts.lifetimeValue(), average);
    }

    private static NewsletterBody newsletter(CustomerParts.Newsletter each) {
        return new NewsletterBody(each.websiteId(), each.storeId(), each.status(), ShownTime.of(each.changedAt()));
    }

    private static AppConsentBody consent(CustomerParts.AppConsent each) {
        return new AppConsentBody(
                each.integrationId(),
                each.clientName(),
                each.scopes(),
                ShownTime.of(each.createdAt()),
                ShownTime.of(each.updatedAt()));
    }

    private static @Nullable List<AuditBody> changes(CustomerHistory history) {
        return history.recentChanges() == null
                ? null
                : history.recentChanges().stream().map(AuditBody::of).toList();
    }

    private static @Nullable String shown(@Nullable Instant moment) {
        return moment == null ? null : ShownTime.of(moment);
    }
}
