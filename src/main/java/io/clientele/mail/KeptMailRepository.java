package io.clientele.mail;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The last mails, sealed. */
@ApplicationScoped
class KeptMailRepository {

    private static final String KEEP = "insert into kept_mail (person, content, created_at) values (?, ?, ?)";
    private static final String LIST = "select person, content from kept_mail order by id desc limit ?";
    private static final String TRIM =
            "delete from kept_mail where id <= (select id from kept_mail order by id desc offset ? limit 1)";

    private final Database database;

    KeptMailRepository(Database database) {
        this.database = database;
    }

    /** Sealed content and whose it is. */
    record Row(String person, String content) {}

    void keep(Row mail, Instant now) {
        database.run(SqlFragment.of(KEEP, mail.person(), mail.content(), now));
    }

    /** The newest first. */
    List<Row> last(int most) {
        return database.list(SqlFragment.of(LIST, most), row -> new Row(row.getString(1), row.getString(2)));
    }

    void trim(int most) {
        database.run(SqlFragment.of(TRIM, most));
    }
}
