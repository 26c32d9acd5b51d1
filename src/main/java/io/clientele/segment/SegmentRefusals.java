package io.clientele.segment;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import java.time.Duration;
import java.util.List;

/** The refusals of segments. */
final class SegmentRefusals {

    private SegmentRefusals() {}

    static Refusal unknown(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal unknownCustomer(long id) {
        return Refusals.noSuchEntity("customerId", id);
    }

    static Refusal unknownNamed(long id) {
        return Refusals.noSuchEntity("segment", id);
    }

    static Refusal website(int id) {
        return Refusals.invalidValue("website_ids", id);
    }

    static Refusal applyTo(String value) {
        return Refusals.invalidValue("apply_to", value);
    }

    static Refusal applyToIsFixed() {
        return Refusal.input("Whom a segment applies to is fixed once it is saved.");
    }

    static Refusal mode(String value) {
        return Refusals.invalidValue("mode", value);
    }

    static Refusal pinned(String field, long customerId) {
        return Refusals.invalidValue(field, customerId);
    }

    static Refusal pinnedBothWays(long customerId) {
        return Refusal.input("The customer with id = %id is pinned in and pinned out.")
                .with("id", customerId);
    }

    static Refusal visitorsHaveNoPins() {
        return Refusal.input("A segment of visitors has no customers that could be pinned.");
    }

    static Refusal tooMany(String field, int most) {
        return Refusals.tooManyItems(field, most);
    }

    static Refusal cycle(String name) {
        return Refusal.input("The segment would depend on itself by way of \"%name\".")
                .with("name", name);
    }

    static Refusal inUse(List<String> uses) {
        return Refusal.input("The segment is used by %uses. Use force to switch that off.")
                .with("uses", String.join(", ", uses));
    }

    static Refusal previewTooLong(Duration limit) {
        return Refusal.of(RefusalKind.UNPROCESSABLE, "The rule could not be judged within %seconds seconds.")
                .with("seconds", limit.toSeconds());
    }

    static Refusal unknownCart(String cartId) {
        return Refusal.of(RefusalKind.NO_SUCH_ENTITY, "Could not find a cart with ID \"%masked_cart_id\"")
                .with("masked_cart_id", cartId);
    }

    static Refusal foreignCart(String cartId) {
        return Refusal.of(
                        RefusalKind.AUTHORIZATION,
                        "The current user cannot perform operations on cart \"%masked_cart_id\"")
                .with("masked_cart_id", cartId);
    }

    static Refusal noVisitors() {
        return Refusal.input("A segment of visitors has no list of customers.");
    }
}
