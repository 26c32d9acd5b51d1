package io.clientele.group;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ActivateRequestContext
class LimitedAdministratorTest {

    private static final String REFUSED = "The consumer isn't authorized to access Magento_Customer::group.";

    @Inject
    CurrentCaller caller;

    @Inject
    GroupService groups;

    @Inject
    DefaultGroupService defaults;

    @Test
    void who_is_limited_to_websites_reads_groups_and_changes_none() {
        caller.set(new Caller(Caller.Type.ADMIN, 7, Set.of(Caller.EVERYTHING), Set.of(1), null, null, 0));

        groups.group(1);
        assertThatThrownBy(() -> groups.save(new GroupDraft(null, "x", null, null)))
                .hasMessage(REFUSED);
        assertThatThrownBy(() -> groups.save(new GroupDraft(2, "x", null, null)))
                .hasMessage(REFUSED);
        assertThatThrownBy(() -> groups.delete(2)).hasMessage(REFUSED);
        assertThatThrownBy(() -> defaults.make(2)).hasMessage(REFUSED);
    }
}
