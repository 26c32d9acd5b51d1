package io.clientele.grid;

import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Saved views that look for somebody by the address: they stay, and look for nobody. */
@ApplicationScoped
class GridViewData implements PersonData {

    private final Database database;

    @Inject
    GridViewData(Database database) {
        this.database = database;
    }

    @Override
    public void erase(DataSubject subject) {
        database.run(SqlFragment.of(
                "update grid_view set filters = '[]' where position(? in lower(filters::text)) > 0",
                subject.emailKey()));
        database.run(SqlFragment.of(
                "update grid_view set search = null where position(? in lower(search)) > 0", subject.emailKey()));
    }
}
