package io.clientele.customer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The e-mail addresses that are one account's on all websites: those of all accounts, or none. */
@ApplicationScoped
class SharedEmailRepository {

    /** A statement has five seconds, so many e-mail addresses are written in parts. */
    private static final int SHARED_AT_A_TIME = 10_000;

    private final Database database;

    @Inject
    SharedEmailRepository(Database database) {
        this.database = database;
    }

    /** E-mail addresses that have accounts on several websites, in the order of their keys. */
    List<String> emailsOnSeveralWebsites(int most) {
        return database.list(
                SqlFragment.of(
                        "select (select min(c.email) from customer c where c.email_key = several.email_key) from ("
                                + "select email_key from customer group by email_key having count(*) > 1"
                                + " order by email_key limit ?) several order by several.email_key",
                        most),
                row -> row.getString(1));
    }

    /**
     * Makes the e-mail addresses of the accounts that come after one good for an account everywhere. The caller is alone.
     *
     * @return the last id of this part, or 0 when there was none left
     */
    long shareEmails(long after) {
        return database.first(
                        SqlFragment.of(
                                "with part as (select id, email_key from customer where id > ? order by id limit ?),"
                                        + " done as (insert into shared_email (email_key, customer_id)"
                                        + " select email_key, id from part) select max(id) from part",
                                after,
                                SHARED_AT_A_TIME),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /**
     * Lets e-mail addresses be good for one website again. The caller is alone.
     *
     * @return how many there were in this part
     */
    int unshareEmails() {
        return database.run(SqlFragment.of(
                "delete from shared_email where customer_id in ("
                        + "select customer_id from shared_email order by customer_id limit ?)",
                SHARED_AT_A_TIME));
    }

    /** Takes the e-mail address for the account everywhere, in place of the one it had. */
    void share(long id, String emailKey, boolean isNew) {
        try {
            database.run(SqlFragment.of(
                    "insert into shared_email (email_key, customer_id) values (?, ?)"
                            + " on conflict (customer_id) do update set email_key = excluded.email_key",
                    emailKey,
                    id));
        } catch (DatabaseFailure e) {
            if (DatabaseFailure.violatedConstraint(e).equals("shared_email_pk")) {
                throw isNew ? CustomerRefusals.emailTakenAlready() : CustomerRefusals.emailTaken();
            }
            throw e;
        }
    }
}
