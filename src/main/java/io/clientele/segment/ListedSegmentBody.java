package io.clientele.segment;

import io.clientele.shared.ShownTime;
import io.clientele.store.Stores;
import io.clientele.store.WebsiteBody;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A segment in a list over REST: in the contract's words, and ours besides.
 *
 * @param applyTo 0 both, 1 registered customers, 2 visitors
 * @param isActive 1 or 0
 */
@Schema(
        name = "customer-segment-storefront-compatibility-data-customer-segment-interface",
        requiredProperties = {"associated_websites"})
public record ListedSegmentBody(
        long id,
        String uid,
        String name,
        String description,
        int applyTo,
        int isActive,
        List<WebsiteBody> associatedWebsites,
        long numberOfCustomers,
        String mode,
        String ruleText,
        boolean isCurrent,
        @Nullable String recomputedAt) {

    static ListedSegmentBody of(SegmentView view, Stores stores) {
        Segment segment = view.segment();
        Instant recomputed = view.recomputedAt();
        return new ListedSegmentBody(
                segment.id(),
                SegmentUid.of(segment.id()),
                segment.name(),
                segment.description(),
                switch (segment.applyTo()) {
                    case BOTH -> 0;
                    case REGISTERED -> 1;
                    case VISITORS -> 2;
                },
                segment.active() ? 1 : 0,
                segment.websiteIds().stream()
                        .flatMap(id -> stores.findWebsite(id).stream())
                        .map(website ->
                                new WebsiteBody(website.id(), website.code(), website.name(), website.defaultGroupId()))
                        .toList(),
                view.customers(),
                segment.mode().code(),
                segment.ruleText(),
                view.current(),
                recomputed == null ? null : ShownTime.of(recomputed));
    }
}
