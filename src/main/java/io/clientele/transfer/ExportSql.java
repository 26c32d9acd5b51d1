package io.clientele.transfer;

/** What the contract's columns are in SQL, as texts or numbers; websites, store views and genders by their ids. */
final class ExportSql {

    private ExportSql() {}

    /** Over {@code customer c}. Columns of passwords and of tokens are empty. */
    static String customer(String column) {
        return switch (column) {
            case CustomerColumns.WEBSITE -> "c.website_id";
            case CustomerColumns.STORE -> "c.store_id";
            case "created_at" -> "to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')";
            case "disable_auto_group_change" -> "case when c.disable_auto_group_change then '1' else '0' end";
            case "dob" -> "c.dob::text";
            case CustomerColumns.EMAIL,
                    "confirmation",
                    "created_in",
                    "firstname",
                    "gender",
                    CustomerColumns.GROUP,
                    "lastname",
                    "middlename",
                    "prefix",
                    "store_id",
                    "suffix",
                    "taxvat",
                    "website_id" -> "c." + column;
            default -> "''";
        };
    }

    /** Over {@code customer_address a} and its {@code customer c}. */
    static String address(String column) {
        return switch (column) {
            case AddressColumns.WEBSITE -> "c.website_id";
            case AddressColumns.EMAIL -> "c.email";
            case AddressColumns.ID -> "a.id";
            case "region_id" -> "nullif(a.region_id, 0)";
            case "street" -> "array_to_string(a.street, E'\\n')";
            case "vat_is_valid" -> checked("case when a.vat_is_valid then '1' else '0' end");
            case "vat_request_date" -> checked("a.vat_request_date::text");
            case "vat_request_id" -> checked("a.vat_request_id");
            case "vat_request_success" -> checked("case when a.vat_request_success then '1' else '0' end");
            case AddressColumns.DEFAULT_BILLING -> "case when a.is_default_billing then '1' end";
            case AddressColumns.DEFAULT_SHIPPING -> "case when a.is_default_shipping then '1' end";
            case "city",
                    "company",
                    "country_id",
                    "fax",
                    "firstname",
                    "lastname",
                    "middlename",
                    "postcode",
                    "prefix",
                    "region",
                    "suffix",
                    "telephone",
                    "vat_id" -> "a." + column;
            default -> "''";
        };
    }

    /** Nothing where the VAT number was not checked. */
    private static String checked(String sql) {
        return "case when a.vat_is_valid is not null then " + sql + " end";
    }
}
