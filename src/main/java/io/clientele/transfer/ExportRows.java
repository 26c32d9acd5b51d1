package io.clientele.transfer;

import io.clientele.address.Address;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.customer.Customer;
import io.clientele.shared.ShownTime;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers and addresses as rows with the contract's columns, as an import takes them. Columns of passwords and of tokens are
 * there and empty: nobody is given those.
 */
@ApplicationScoped
class ExportRows {

    private static final String SET = "1";

    private final AttributeCells attributeCells;
    private final Attributes attributes;
    private final Stores stores;

    @Inject
    ExportRows(AttributeCells attributeCells, Attributes attributes, Stores stores) {
        this.attributeCells = attributeCells;
        this.attributes = attributes;
        this.stores = stores;
    }

    List<String> header(TransferKind kind) {
        return switch (kind) {
            case CUSTOMER -> both(CustomerColumns.ALL, codes(AttributeOwner.CUSTOMER, ""));
            case CUSTOMER_ADDRESS -> both(AddressColumns.ALL, codes(AttributeOwner.CUSTOMER_ADDRESS, ""));
            case CUSTOMER_COMPOSITE ->
                both(
                        header(TransferKind.CUSTOMER),
                        AddressColumns.BESIDE_CUSTOMERS.stream()
                                .map(AddressColumns.PREFIX::concat)
                                .toList(),
                        List.of(AddressColumns.DEFAULT_BILLING, AddressColumns.DEFAULT_SHIPPING),
                        codes(AttributeOwner.CUSTOMER_ADDRESS, AddressColumns.PREFIX));
            case CUSTOMER_GROUP, ADVANCED_PRICING, SALES_ORDER -> throw TransferRefusals.unknown("entity", kind.code());
        };
    }

    /** The rows of a customer, with a cell for each column of the header. */
    List<List<String>> rows(TransferKind kind, Customer customer) {
        return switch (kind) {
            case CUSTOMER -> List.of(customer(customer));
            case CUSTOMER_ADDRESS ->
                customer.addresses().stream()
                        .map(address -> both(
                                address(AddressColumns.ALL, customer, address),
                                values(AttributeOwner.CUSTOMER_ADDRESS, address)))
                        .toList();
            case CUSTOMER_COMPOSITE -> composite(customer);
            case CUSTOMER_GROUP, ADVANCED_PRICING, SALES_ORDER -> throw TransferRefusals.unknown("entity", kind.code());
        };
    }

    private List<List<String>> composite(Customer customer) {
        List<List<String>> rows = new ArrayList<>();
        List<String> own = customer(customer);
        if (customer.addresses().isEmpty()) {
            int ofAttributes =
                    attributeCells.columns(AttributeOwner.CUSTOMER_ADDRESS).size();
            rows.add(both(own, blanks(AddressColumns.BESIDE_CUSTOMERS.size() + 2 + ofAttributes)));
        }
        for (Address address : customer.addresses()) {
            rows.add(both(
                    rows.isEmpty() ? own : blanks(own.size()),
                    address(AddressColumns.BESIDE_CUSTOMERS, customer, address),
                    List.of(flag(address.defaultBilling()), flag(address.defaultShipping())),
                    values(AttributeOwner.CUSTOMER_ADDRESS, address)));
        }
        return rows;
    }

    private List<String> customer(Customer customer) {
        return both(
                CustomerColumns.ALL.stream()
                        .map(column -> cell(customer, column))
                        .toList(),
                attributeCells.columns(AttributeOwner.CUSTOMER).stream()
                        .map(each -> AttributeCells.text(each, customer.attributes(), ImportDraft.SEPARATOR))
                        .toList());
    }

    private List<String> address(List<String> columns, Customer customer, Address address) {
        return columns.stream().map(column -> cell(customer, address, column)).toList();
    }

    private List<String> values(AttributeOwner owner, Address address) {
        return attributeCells.columns(owner).stream()
                .map(each -> AttributeCells.text(each, address.attributes(), ImportDraft.SEPARATOR))
                .toList();
    }

    private String cell(Customer customer, String column) {
        return switch (column) {
            case CustomerColumns.EMAIL -> customer.email();
            case CustomerColumns.WEBSITE -> stores.website(customer.websiteId()).code();
            case CustomerColumns.STORE ->
                stores.findView(customer.storeId()).map(StoreView::code).orElse("");
            case "confirmation" -> text(customer.confirmation());
            case "created_at" -> ShownTime.of(customer.createdAt());
            case "created_in" -> customer.createdIn();
            case "disable_auto_group_change" -> customer.disableAutoGroupChange() ? SET : "0";
            case "dob" -> text(customer.dob());
            case "firstname" -> customer.firstname();
            case "gender" -> gender(customer.gender());
            case CustomerColumns.GROUP -> Integer.toString(customer.groupId());
            case "lastname" -> customer.lastname();
            case "middlename" -> text(customer.middlename());
            case "prefix" -> text(customer.prefix());
            case "store_id" -> Integer.toString(customer.storeId());
            case "suffix" -> text(customer.suffix());
            case "taxvat" -> text(customer.taxvat());
            case "website_id" -> Integer.toString(customer.websiteId());
            default -> "";
        };
    }

    private String cell(Customer customer, Address address, String column) {
        Address.VatCheck check = address.vatCheck();
        return switch (column) {
            case AddressColumns.WEBSITE -> stores.website(customer.websiteId()).code();
            case AddressColumns.EMAIL -> customer.email();
            case AddressColumns.ID -> Long.toString(address.id());
            case "city" -> address.city();
            case "company" -> text(address.company());
            case "country_id" -> address.countryId();
            case "fax" -> text(address.fax());
            case "firstname" -> address.firstname();
            case "lastname" -> address.lastname();
            case "middlename" -> text(address.middlename());
            case "postcode" -> text(address.postcode());
            case "prefix" -> text(address.prefix());
            case "region" -> text(address.region());
            case "region_id" -> address.regionId() == 0 ? "" : Integer.toString(address.regionId());
            case "street" -> String.join("\n", address.street());
            case "suffix" -> text(address.suffix());
            case "telephone" -> text(address.telephone());
            case "vat_id" -> text(address.vatId());
            case "vat_is_valid" -> check == null ? "" : check.valid() ? SET : "0";
            case "vat_request_date" -> check == null ? "" : text(check.requestDate());
            case "vat_request_id" -> check == null ? "" : text(check.requestId());
            case "vat_request_success" -> check == null ? "" : check.success() ? SET : "0";
            case AddressColumns.DEFAULT_BILLING -> flag(address.defaultBilling());
            case AddressColumns.DEFAULT_SHIPPING -> flag(address.defaultShipping());
            default -> "";
        };
    }

    private String gender(@Nullable Integer gender) {
        return gender == null || gender == 0
                ? ""
                : attributes
                        .find(AttributeOwner.CUSTOMER, "gender")
                        .flatMap(attribute -> attribute.option(gender.toString()))
                        .map(AttributeCells::label)
                        .orElse("");
    }

    private List<String> codes(AttributeOwner owner, String prefix) {
        return attributeCells.columns(owner).stream()
                .map(Attribute::code)
                .map(prefix::concat)
                .toList();
    }

    private static String flag(boolean set) {
        return set ? SET : "";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static List<String> blanks(int count) {
        return Collections.nCopies(count, "");
    }

    @SafeVarargs
    private static List<String> both(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
