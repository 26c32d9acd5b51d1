package io.clientele.segment;

import io.clientele.shared.ShownTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer in a segment, over REST. */
@Schema(name = "customer-segment-member")
public record MemberBody(
        long id,
        String name,
        String email,
        int groupId,
        String group,
        @Nullable String phone,
        @Nullable String postcode,
        @Nullable String countryId,
        @Nullable String region,
        String customerSince,
        int websiteId,
        String enteredAt) {

    static MemberBody of(Member member) {
        return new MemberBody(
                member.id(),
                member.name(),
                member.email(),
                member.groupId(),
                member.group(),
                member.phone(),
                member.postcode(),
                member.countryId(),
                member.region(),
                ShownTime.of(member.customerSince()),
                member.websiteId(),
                ShownTime.of(member.enteredAt()));
    }
}
