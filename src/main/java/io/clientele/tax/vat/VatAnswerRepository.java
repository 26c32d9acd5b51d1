package io.clientele.tax.vat;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The answers of the service that are kept for a while. */
@ApplicationScoped
class VatAnswerRepository {

    private static final String KEEP = """
            insert into vat_answer (state, digits, requester, valid, request_id, request_date, answered_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (state, digits, requester) do update
            set valid = excluded.valid, request_id = excluded.request_id,
                request_date = excluded.request_date, answered_at = excluded.answered_at""";

    private static final String EXPIRED = "delete from vat_answer where ctid = any (array("
            + "select v.ctid from vat_answer v where v.answered_at < ? limit ? for update skip locked))";

    private final Database database;

    @Inject
    VatAnswerRepository(Database database) {
        this.database = database;
    }

    /** The answer that is not older. */
    Optional<VatAnswer> find(VatQuestion question, Instant since) {
        return database.first(
                SqlFragment.of(
                        "select valid, request_id, request_date from vat_answer"
                                + " where state = ? and digits = ? and requester = ? and answered_at > ?",
                        question.number().state(),
                        question.number().digits(),
                        question.requesterText(),
                        since),
                row -> new VatAnswer(row.getBoolean(1), row.getString(2), row.getObject(3, LocalDate.class)));
    }

    void keep(VatQuestion question, VatAnswer answer, Instant now) {
        database.run(SqlFragment.of(
                KEEP,
                question.number().state(),
                question.number().digits(),
                question.requesterText(),
                answer.valid(),
                answer.requestId(),
                answer.requestDate(),
                now));
    }

    void remove(VatNumber number) {
        database.run(SqlFragment.of(
                "delete from vat_answer where state = ? and digits = ?", number.state(), number.digits()));
    }

    /** Deletes answers from before; returns how many. */
    int removeBefore(Instant before, int most) {
        return database.run(SqlFragment.of(EXPIRED, before, most));
    }
}
