package io.clientele.assistance;

import static io.clientele.assistance.AssistanceFixture.LOGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.assistance.AssistanceFixture.Administrator;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the audit log says of administrators who act for customers. */
@QuarkusTest
class AssistanceAuditTest {

    private static final String ENTRIES = """
            select action || ' ' || outcome || coalesce(' ' || reason, '') || ' ' || actor_type || ' ' || website_id
            from audit_entry where object_type = 'customer' and object_id = ? and actor_id = ? order by id""";

    @Inject
    Database database;

    @Test
    void the_audit_log_has_each_attempt_as_the_administrators() {
        AssistanceFixture ada = AssistanceFixture.make(true);
        AssistanceFixture eve = AssistanceFixture.make(false);
        Administrator helper = Administrator.make(List.of(LOGIN));
        ada.token(helper.token(), Map.of("reason", "Lost card")).statusCode(200);
        ada.exchange(ada.code(helper.token())).statusCode(200);
        eve.token(helper.token(), Map.of()).statusCode(401);
        int site = ada.site().website();
        assertThat(entries(ada, helper))
                .containsExactly(
                        "customer.assumed success admin " + site,
                        "customer.code.issued success admin " + site,
                        "customer.code.exchanged success admin " + site);
        assertThat(entries(eve, helper))
                .containsExactly("customer.assumed failure authorization admin "
                        + eve.site().website());
    }

    private List<String> entries(AssistanceFixture about, Administrator by) {
        return database.list(SqlFragment.of(ENTRIES, Long.toString(about.id()), by.id()), row -> row.getString(1));
    }
}
