package io.clientele.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.shared.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of a caller whose request is carried out later. */
class CallerStandingTest {

    private static Caller admin(Set<String> resources, Set<Integer> websites) {
        return new Caller(Caller.Type.ADMIN, 7, resources, websites, null, 1L, 0);
    }

    private static Caller customer(Set<String> scopes) {
        return new Caller(Caller.Type.CUSTOMER, 7, scopes, Set.of(), null, 1L, 1);
    }

    @Test
    void it_has_what_it_had_then_and_has_now() {
        assertThat(CallerStanding.common(admin(Set.of("a", "b"), Set.of()), admin(Set.of("b", "c"), Set.of(2))))
                .contains(admin(Set.of("b"), Set.of(2)));
        assertThat(CallerStanding.common(
                        admin(Set.of(Caller.EVERYTHING), Set.of(1, 2)), admin(Set.of("b"), Set.of(2, 3))))
                .contains(admin(Set.of("b"), Set.of(2)));
        assertThat(CallerStanding.common(admin(Set.of("b"), Set.of(1)), admin(Set.of(Caller.EVERYTHING), Set.of())))
                .contains(admin(Set.of("b"), Set.of(1)));
        assertThat(CallerStanding.common(customer(Set.of()), customer(Set.of())))
                .contains(customer(Set.of()));
    }

    /** An empty set of websites would be all of them, and without scopes a customer's application would be the customer. */
    @Test
    void nothing_in_common_is_not_everything() {
        assertThat(CallerStanding.common(admin(Set.of("a"), Set.of(1)), admin(Set.of("a"), Set.of(2))))
                .isEmpty();
        assertThat(CallerStanding.common(customer(Set.of("customer:write")), customer(Set.of("customer:read"))))
                .isEmpty();
        assertThat(CallerStanding.common(customer(Set.of("customer:write")), customer(Set.of())))
                .isEmpty();
        assertThat(CallerStanding.common(customer(Set.of()), customer(Set.of("customer:read"))))
                .isEmpty();
    }
}
