package io.clientele.sample;

import java.util.List;

/** The people of the sample shop whom examples sign in as. They are the first of its people. */
final class SampleAccounts {

    static final String PASSWORD = "Sample-Passw0rd";

    /**
     * One of them.
     *
     * @param place the index of the town the person lives in, {@link SamplePlace#all()}
     */
    record Account(String email, String firstname, String lastname, String dob, int gender, int groupId, int place) {}

    private static final int GENERAL = 1;
    private static final int WHOLESALE = 2;

    /** Ada and Grace of the default website, and Konrad of the second one. */
    static final List<Account> ALL = List.of(
            new Account("ada@example.com", "Ada", "Lovelace", "1985-12-10", 2, GENERAL, 0),
            new Account("grace@example.com", "Grace", "Hopper", "1976-12-09", 2, WHOLESALE, 1),
            new Account("konrad@example.com", "Konrad", "Zuse", "1980-06-22", 1, GENERAL, 12));

    private SampleAccounts() {}
}
