package io.clientele.activity.history;

import io.clientele.shared.Refusal;

/** What is said when something of a customer's history cannot be shown, or no account can be made of an order. */
final class HistoryRefusals {

    private HistoryRefusals() {}

    static Refusal pageSize() {
        return Refusal.input("pageSize value must be greater than 0.");
    }

    static Refusal currentPage() {
        return Refusal.input("currentPage value must be greater than 0.");
    }

    /** A part of an order's number to look for is too short to tell orders apart. */
    static Refusal matchTooShort(int least) {
        return Refusal.input("Invalid match filter. Minimum length is %1.").at(least);
    }

    /** The order has its customer. */
    static Refusal orderIsSomebodys(String number) {
        return Refusal.input("The order %external_id already belongs to a customer.")
                .with("external_id", number);
    }

    /** Nothing in the order says what the account is to be made of. */
    static Refusal orderLacks(String number, String part) {
        return Refusal.input("The order %external_id has no %part to make an account of.")
                .with("external_id", number)
                .with("part", part);
    }
}
