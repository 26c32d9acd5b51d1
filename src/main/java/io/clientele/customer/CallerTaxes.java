package io.clientele.customer;

import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreScope;
import io.clientele.tax.TaxPercent;
import io.clientele.tax.TaxPlace;
import io.clientele.tax.TaxPlaces;
import io.clientele.tax.TaxRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows how the caller is taxed in the store view of the request. */
@ApplicationScoped
public class CallerTaxes {

    private static final String SELECT = "select c.group_id, b.country_id, b.region_id, b.postcode, s.country_id,"
            + " s.region_id, s.postcode from customer c"
            + " left join customer_address b on b.customer_id = c.id and b.is_default_billing"
            + " left join customer_address s on s.customer_id = c.id and s.is_default_shipping where c.id = ?";

    private final Database database;
    private final Groups groups;
    private final TaxRates rates;
    private final TaxPlaces places;
    private final StoreScope scope;
    private final CurrentCaller caller;

    @Inject
    CallerTaxes(
            Database database,
            Groups groups,
            TaxRates rates,
            TaxPlaces places,
            StoreScope scope,
            CurrentCaller caller) {
        this.database = database;
        this.groups = groups;
        this.rates = rates;
        this.places = places;
        this.scope = scope;
        this.caller = caller;
    }

    /**
     * The caller's group, and what its taxes are.
     *
     * @param percents for each class of products that a rule names
     */
    public record Taxes(int groupId, Map<Integer, TaxPercent> percents) {}

    /** What is known of the caller: one statement for a customer, none for others, who are taxed as guests. */
    public Taxes ofCaller() {
        if (!caller.get().isCustomer()) {
            return taxes(Group.NOT_LOGGED_IN, null, null);
        }
        long id = caller.get().id();
        return database.first(
                        SqlFragment.of(SELECT, id),
                        row -> taxes(
                                row.getInt(1),
                                place(row.getString(2), row.getInt(3), row.getString(4)),
                                place(row.getString(5), row.getInt(6), row.getString(7))))
                .orElseThrow(() -> CustomerRefusals.missing(id));
    }

    private Taxes taxes(int groupId, @Nullable TaxPlace billing, @Nullable TaxPlace shipping) {
        int taxClass = groups.find(groupId).map(Group::taxClassId).orElse(0);
        return new Taxes(groupId, rates.percents(taxClass, places.of(scope.view(), billing, shipping)));
    }

    private static @Nullable TaxPlace place(@Nullable String country, int region, @Nullable String postcode) {
        return country == null ? null : new TaxPlace(country, region, postcode == null ? "" : postcode);
    }
}
