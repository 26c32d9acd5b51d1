package io.clientele.access;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreGuard;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps a website that a role is limited to: its administrators would be left with a limit that means nothing. */
@ApplicationScoped
class RoleWebsites implements StoreGuard {

    private static final String LIMITED = "select name from admin_role where ? = any (website_ids) order by id limit 1";

    private final Database database;

    RoleWebsites(Database database) {
        this.database = database;
    }

    @Override
    public void beforeDeleting(Website website) {
        database.first(SqlFragment.of(LIMITED, website.id()), row -> row.getString("name"))
                .ifPresent(role -> {
                    throw AccessRefusals.websiteOfRole(role);
                });
    }
}
