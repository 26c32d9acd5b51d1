package io.clientele.access;

import io.clientele.shared.Caller;
import io.clientele.shared.search.Search;
import io.clientele.shared.search.SearchCriteria;
import io.clientele.shared.search.SearchField;
import io.clientele.shared.search.SearchFields;
import io.clientele.shared.search.SearchResults;
import io.clientele.shared.sql.DatabaseFailure;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** The roles. */
@ApplicationScoped
class AdminRoleRepository implements PanacheRepository<AdminRoleEntity> {

    private static final Search.Source SOURCE = new Search.Source(
            "r.id, r.name, r.resources, r.website_ids",
            "admin_role r",
            new SearchFields(List.of(
                    SearchField.of("id", SearchField.Type.INTEGER, "r.id"), SearchField.folded("name", "r.name_key"))),
            "r.id");

    private final Search search;

    AdminRoleRepository(Search search) {
        this.search = search;
    }

    /** The roles the caller may see: one who is limited to websites sees those limited to some of the same. */
    SearchResults<AdminRole> page(SearchCriteria criteria, Caller caller) {
        return search.page(
                SOURCE,
                visible(caller),
                criteria,
                row -> new AdminRole(
                        row.getLong("id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("resources").getArray()),
                        List.of((Integer[]) row.getArray("website_ids").getArray())));
    }

    /** A condition on the role {@code r}. */
    static SqlFragment visible(Caller caller) {
        if (caller.websiteIds().isEmpty()) {
            return SqlFragment.EMPTY;
        }
        long[] websites =
                caller.websiteIds().stream().mapToLong(Integer::longValue).toArray();
        return SqlFragment.of(
                "(cardinality(r.website_ids) > 0 and cast(r.website_ids as bigint[]) <@ ?)", (Object) websites);
    }

    /** Writes what has changed; a name that another role has is refused. */
    void save(AdminRoleEntity role) {
        try {
            persistAndFlush(role);
        } catch (PersistenceException e) {
            throw DatabaseFailure.violatedConstraint(e).equals("admin_role_name_key_uq")
                    ? AccessRefusals.roleNameTaken()
                    : e;
        }
    }

    /** Deletes the role; one that an administrator has is refused. */
    void remove(AdminRoleEntity role) {
        try {
            delete(role);
            flush();
        } catch (PersistenceException e) {
            throw DatabaseFailure.violatedConstraint(e).equals("admin_user_role_id_fk")
                    ? AccessRefusals.roleInUse()
                    : e;
        }
    }
}
