package io.clientele.integration.oauth2;

import io.clientele.shared.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an app may be given by a customer. Nothing of it lets an app consent, change the password or e-mail, or delete the account. */
enum CustomerScope {
    READ(Caller.CUSTOMER_READ, "See your account, addresses, orders and other data of yours"),
    WRITE(Caller.CUSTOMER_WRITE, "Change your account and addresses");

    private final String word;
    private final String title;

    CustomerScope(String word, String title) {
        this.word = word;
        this.title = title;
    }

    String word() {
        return word;
    }

    /** What to tell the customer. */
    String title() {
        return title;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CustomerScope::word).toList();
    }

    static Optional<CustomerScope> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Whether an app may ask for these: known ones, and changing only together with seeing. */
    static boolean mayBeAsked(List<String> words) {
        return words().containsAll(words) && words.contains(READ.word);
    }
}
