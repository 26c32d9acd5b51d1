package io.clientele.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of files of store credit and reward points. */
final class FinanceColumns {

    static final String EMAIL = "_email";
    static final String WEBSITE = "_website";

    /** The website whose balances the row says; store credit is in its base currency. */
    static final String FINANCE_WEBSITE = "_finance_website";

    static final String STORE_CREDIT = "store_credit";
    static final String REWARD_POINTS = "reward_points";

    static final List<String> AMOUNTS = List.of(STORE_CREDIT, REWARD_POINTS);

    static final Set<String> RESERVED = Set.of(EMAIL, WEBSITE, FINANCE_WEBSITE);

    private static final Map<String, String> KINDS = Map.of(STORE_CREDIT, "store_credit", REWARD_POINTS, "reward");

    private FinanceColumns() {}

    /** What the column's balances are called here. */
    static String kind(String column) {
        return KINDS.getOrDefault(column, column);
    }
}
