package io.clientele.privacy;

import static io.clientele.AdminFixture.asAdmin;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.customer.CustomerFixture;
import io.clientele.customer.SiteFixture;
import io.clientele.massaction.MassActionFixture;
import io.clientele.merge.MergeFixture;
import io.clientele.segment.SegmentFixture;
import io.clientele.store.StoreFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the audit log says of accounts that were deleted before their owner asked to be erased. */
@QuarkusTest
class DeletedAccountErasureTest {

    private static final String DAYS = "clientele/retention/deleted_account_audit_days";

    @Inject
    PrivacyRetention retention;

    private final Map<String, Object> ada = CustomerFixture.customer();

    @Test
    void whoever_has_no_account_any_more_is_erased_by_the_address() {
        long id = CustomerFixture.createByAdmin(ada);
        asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        assertThat(isErased(id)).isFalse();

        erase(ada.get("email").toString().toUpperCase(Locale.ROOT));

        assertThat(isErased(id)).isTrue();
        assertThat(SegmentFixture.count("select count(*) from deleted_customer where id = ?", id))
                .isZero();
    }

    @Test
    void whoever_has_another_account_now_is_erased_with_those_before() {
        long first = CustomerFixture.createByAdmin(ada);
        MassActionFixture.done(MassActionFixture.named("delete", Map.of(), List.of(first)));
        long second = CustomerFixture.createByAdmin(ada);
        PrivacyFixture.erased(second);
        assertThat(isErased(first)).isTrue();
        assertThat(isErased(second)).isTrue();
    }

    @Test
    void what_was_merged_into_the_account_goes_with_it() {
        long gone = CustomerFixture.createByAdmin(CustomerFixture.customer());
        long stays = CustomerFixture.createByAdmin(ada);
        MergeFixture.merge(stays, gone);
        asAdmin().delete("/rest/V1/customers/" + stays).then().statusCode(200);
        assertThat(isErased(gone)).isFalse();
        erase(ada.get("email").toString());
        assertThat(isErased(gone)).isTrue();
        assertThat(isErased(stays)).isTrue();
    }

    @Test
    void somebody_of_the_same_address_on_a_website_of_its_own_is_somebody_else() {
        Map<String, Object> other = new HashMap<>(ada);
        other.put("website_id", SiteFixture.make().website());
        long here = CustomerFixture.createByAdmin(ada);
        long there = CustomerFixture.createByAdmin(other);
        for (long id : List.of(here, there)) {
            asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        }
        erase(ada.get("email").toString());
        assertThat(isErased(here)).isTrue();
        assertThat(isErased(there)).isFalse();
    }

    @Test
    void the_log_forgets_whose_they_were_after_as_many_days_as_the_setting_says() {
        long old = CustomerFixture.createByAdmin(ada);
        long fresh = CustomerFixture.createByAdmin(CustomerFixture.customer());
        for (long id : List.of(old, fresh)) {
            asAdmin().delete("/rest/V1/customers/" + id).then().statusCode(200);
        }
        SegmentFixture.run(
                "update deleted_customer set deleted_at = deleted_at - interval '31 days' where id = ?", old);
        retention.run();
        assertThat(isErased(old)).isFalse();
        StoreFixture.set(DAYS, "30", "default", 0);
        try {
            retention.run();
        } finally {
            StoreFixture.inherit(DAYS, "default", 0);
        }
        assertThat(isErased(old)).isTrue();
        assertThat(isErased(fresh)).isFalse();
        assertThat(SegmentFixture.count("select count(*) from deleted_customer where id = ?", old))
                .isZero();
    }

    private static void erase(String email) {
        long request = PrivacyFixture.id(PrivacyFixture.ask(asAdmin(), "erase", "email", email, "evidence", "Letter"));
        PrivacyFixture.awaitStatus(request, "done");
    }

    /** Whether what the log says of the making of the account can be read no more. */
    private static boolean isErased(long id) {
        List<Map<String, Object>> made = PrivacyFixture.entries(id).stream()
                .filter(entry -> entry.get("action").equals("customer.created"))
                .toList();
        assertThat(made).hasSize(1);
        boolean erased = Boolean.TRUE.equals(made.getFirst().get("is_erased"));
        assertThat(made.getFirst().containsKey("after")).isNotEqualTo(erased);
        return erased;
    }
}
