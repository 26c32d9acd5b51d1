package io.clientele.transfer;

/** The columns of customer groups: as the contract's database calls them, or as its interface does. */
final class GroupColumns {

    static final String CODE = "customer_group_code";
    static final String ID = "customer_group_id";
    static final String TAX_CLASS = "tax_class_name";

    /** Codes of the websites that do not know the group. */
    static final String EXCLUDED = "excluded_websites";

    private static final String SHOWN_CODE = "code";
    private static final String SHOWN_ID = "id";

    private GroupColumns() {}

    static String code(FileRow row) {
        return row.text(CODE).isEmpty() ? row.text(SHOWN_CODE) : row.text(CODE);
    }

    static String id(FileRow row) {
        return row.text(ID).isEmpty() ? row.text(SHOWN_ID) : row.text(ID);
    }
}
