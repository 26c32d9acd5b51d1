package io.clientele.segment;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Has customers judged anew in all segments when their data may be used for that no longer, or again. */
@ApplicationScoped
public class RestrictedMembers {

    private static final String PEND = """
            insert into segment_pending (segment_id, person_id, reason)
            select s.id, ?, ? from segment s where s.is_active""";

    private final Database database;

    @Inject
    RestrictedMembers(Database database) {
        this.database = database;
    }

    /** The customer is out of all segments, or in those that fit, soon after the transaction in hand has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void judgeAnew(long customerId) {
        database.run(SqlFragment.of(PEND, customerId, ChangeReason.PRIVACY.code()));
    }
}
