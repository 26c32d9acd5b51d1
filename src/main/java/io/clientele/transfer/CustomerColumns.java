package io.clientele.transfer;

import java.util.List;
import java.util.Set;

/** The contract's columns of customers. */
final class CustomerColumns {

    static final String EMAIL = "email";
    static final String WEBSITE = "_website";
    static final String STORE = "_store";

    /** What a row of a file does for which each row says so. */
    static final String ACTION = "_action";

    static final String GROUP = "group_id";

    /** The group by its code, in the place of its id. */
    static final String GROUP_CODE = "group_code";

    /** The key others know the customer by. */
    static final String EXTERNAL_ID = "external_id";

    /** The id that another shop knows the customer by. */
    static final String ENTITY_ID = "entity_id";

    static final String PASSWORD = "password";
    static final String PASSWORD_HASH = "password_hash";

    /** As exports write them. */
    static final List<String> ALL = List.of(
            EMAIL,
            WEBSITE,
            STORE,
            "confirmation",
            "created_at",
            "created_in",
            "disable_auto_group_change",
            "dob",
            "firstname",
            "gender",
            GROUP,
            "lastname",
            "middlename",
            PASSWORD_HASH,
            "prefix",
            "rp_token",
            "rp_token_created_at",
            "store_id",
            "suffix",
            "taxvat",
            "website_id",
            PASSWORD);

    /** Those among the reserved names that files may bring. */
    static final Set<String> RESERVED = Set.of(WEBSITE, STORE, ACTION);

    private CustomerColumns() {}
}
