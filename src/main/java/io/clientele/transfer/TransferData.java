package io.clientele.transfer;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Exports that ask for somebody by the address. Files that were sent are sealed, and go by themselves. */
@ApplicationScoped
class TransferData implements PersonData {

    private final Database database;

    @Inject
    TransferData(Database database) {
        this.database = database;
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of(
                "delete from transfer_export where position(? in lower(filters::text)) > 0", subject.emailKey()));
    }
}
