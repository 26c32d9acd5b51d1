package io.clientele.transfer;

import java.util.Arrays;
import java.util.Locale;

/** What an import does with what its file names. */
enum ImportBehavior {
    /** Makes what is not there and changes what is. */
    ADD_UPDATE,
    /** The same, and takes from each customer of the file the addresses that are not in it. */
    REPLACE,
    DELETE,
    /** Each row says in {@link CustomerColumns#ACTION} whether it deletes. */
    CUSTOM;

    /** The contract's other name of {@link #ADD_UPDATE}. */
    private static final String APPEND = "append";

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws io.clientele.shared.Refusal when there is none of that name, or files of the kind cannot be treated so */
    static ImportBehavior of(String code, TransferKind kind) {
        ImportBehavior behavior = Arrays.stream(values())
                .filter(each -> each.code().equals(code) || (each == ADD_UPDATE && code.equals(APPEND)))
                .findFirst()
                .orElseThrow(() -> TransferRefusals.unknown("behavior", code));
        boolean composite = kind == TransferKind.CUSTOMER_COMPOSITE;
        if ((behavior == REPLACE && !composite)
                || (behavior == CUSTOM && composite)
                || (behavior != ADD_UPDATE && !kind.isOfPeople())) {
            throw TransferRefusals.wrongBehavior(code, kind.code());
        }
        return behavior;
    }
}
