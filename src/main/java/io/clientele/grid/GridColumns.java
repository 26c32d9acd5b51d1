package io.clientele.grid;

import io.clientele.grid.GridColumn.Option;
import io.clientele.grid.GridColumn.Type;
import io.clientele.group.Groups;
import io.clientele.segment.CustomerSegments;
import io.clientele.shared.CurrentCaller;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.store.directory.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the grid, in the order they have until somebody chooses another. */
@ApplicationScoped
public class GridColumns {

    private static final Set<String> SEARCHABLE = Set.of("name", "email", "billing_telephone", "billing_company");
    private static final Set<String> EDITABLE =
            Set.of("email", "group_id", "billing_telephone", "billing_postcode", "website_id", "taxvat", "gender");

    private final Groups groups;
    private final Stores stores;
    private final Countries countries;
    private final CurrentCaller caller;
    private final AttributeColumns attributes;
    private final CustomerSegments segments;

    @Inject
    GridColumns(
            Groups groups,
            Stores stores,
            Countries countries,
            CurrentCaller caller,
            AttributeColumns attributes,
            CustomerSegments segments) {
        this.attributes = attributes;
        this.segments = segments;
        this.groups = groups;
        this.stores = stores;
        this.countries = countries;
        this.caller = caller;
    }

    /** All columns as the caller may see them: websites it does not see are no options. */
    public List<GridColumn> all() {
        List<GridColumn> columns = new ArrayList<>();
        add(columns, "id", "ID", Type.NUMBER, true, null);
        add(columns, "name", "Name", Type.TEXT, true, null);
        add(columns, "email", "Email", Type.TEXT, true, null);
        add(columns, "group_id", "Group", Type.SELECT, true, groups());
        add(columns, "billing_telephone", "Phone", Type.TEXT, true, null);
        add(columns, "billing_postcode", "ZIP", Type.TEXT, true, null);
        add(columns, "billing_country_id", "Country", Type.SELECT, true, countries());
        add(columns, "billing_region", "State/Province", Type.TEXT, true, null);
        add(columns, "created_at", "Customer Since", Type.DATE, true, null);
        add(columns, "website_id", "Web Site", Type.SELECT, true, websites());
        add(columns, "is_confirmed", "Confirmed email", Type.SELECT, false, yesAndNo());
        add(columns, "created_in", "Account Created in", Type.TEXT, false, null);
        add(columns, "dob", "Date of Birth", Type.DATE, false, null);
        add(columns, "taxvat", "Tax VAT Number", Type.TEXT, false, null);
        add(columns, "gender", "Gender", Type.SELECT, false, genders());
        add(columns, "billing_company", "Company", Type.TEXT, false, null);
        add(columns, "billing_street", "Street Address", Type.TEXT, false, null);
        add(columns, "billing_city", "City", Type.TEXT, false, null);
        add(columns, "billing_fax", "Fax", Type.TEXT, false, null);
        add(columns, "billing_firstname", "Billing Firstname", Type.TEXT, false, null);
        add(columns, "billing_lastname", "Billing Lastname", Type.TEXT, false, null);
        add(columns, "billing_vat_id", "VAT Number", Type.TEXT, false, null);
        add(columns, "billing_full", "Billing Address", Type.ADDRESS, false, null);
        add(columns, "shipping_full", "Shipping Address", Type.ADDRESS, false, null);
        add(columns, "lock_expires", "Account Lock", Type.DATE, false, null);
        add(columns, "is_subscribed", "Newsletter", Type.SELECT, false, yesAndNo());
        add(columns, "updated_at", "Last Change", Type.DATE, false, null);
        add(columns, "external_id", "External ID", Type.TEXT, false, null);
        add(columns, "is_active", "Account Active", Type.SELECT, false, yesAndNo());
        add(columns, "last_sign_in_at", "Last Logged In", Type.DATE, false, null);
        add(columns, "orders_count", "Orders", Type.NUMBER, false, null);
        add(columns, "lifetime_value", "Lifetime Value", Type.NUMBER, false, null);
        columns.add(segments((columns.size() + 1) * 10));
        columns.addAll(attributes.from((columns.size() + 1) * 10));
        return List.copyOf(columns);
    }

    private static void add(
            List<GridColumn> columns,
            String code,
            String label,
            Type type,
            boolean visible,
            @Nullable List<Option> options) {
        boolean comparable = type != Type.ADDRESS;
        columns.add(new GridColumn(
                code,
                label,
                type,
                visible,
                (columns.size() + 1) * 10,
                comparable,
                comparable,
                SEARCHABLE.contains(code),
                EDITABLE.contains(code),
                options));
    }

    /** A customer may be in many, which have no order. */
    private GridColumn segments(int place) {
        List<Option> options = segments.visible().stream()
                .map(segment -> new Option(String.valueOf(segment.id()), segment.name()))
                .toList();
        return new GridColumn("segment_id", "Segments", Type.SELECT, false, place, true, false, false, false, options);
    }

    /** The codes of the columns that pass. */
    Set<String> codes(java.util.function.Predicate<GridColumn> which) {
        return all().stream().filter(which).map(GridColumn::code).collect(Collectors.toUnmodifiableSet());
    }

    private List<Option> groups() {
        return groups.all().stream()
                .map(group -> new Option(String.valueOf(group.id()), group.code()))
                .toList();
    }

    private List<Option> websites() {
        return stores.websites().stream()
                .filter(website -> website.id() != Website.ADMIN)
                .filter(website -> caller.get().maySee(website.id()))
                .map(website -> new Option(String.valueOf(website.id()), website.name()))
                .toList();
    }

    private List<Option> countries() {
        return countries.allowed(stores.defaultView()).stream()
                .map(country -> new Option(country.id(), country.englishName()))
                .toList();
    }

    private static List<Option> genders() {
        return List.of(new Option("1", "Male"), new Option("2", "Female"), new Option("3", "Not Specified"));
    }

    private static List<Option> yesAndNo() {
        return List.of(new Option("1", "Yes"), new Option("0", "No"));
    }
}
