package io.clientele.shared.person;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody about whom things are kept.
 *
 * @param account the customer's id; 0 for somebody without an account
 * @param emailKey the folded e-mail address
 * @param websiteIds the websites on which what was done under the address counts; the account's on all of them where
 *     accounts are shared
 */
public record DataSubject(long account, String emailKey, List<Integer> websiteIds) {

    public DataSubject {
        websiteIds = List.copyOf(websiteIds);
    }

    /** Whose keys values about the subject are sealed with. */
    public List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        if (account != 0) {
            persons.add(Person.customer(account));
        }
        persons.add(Person.email(emailKey));
        return persons;
    }

    /** The names of {@link #persons()}, for a statement. */
    public String[] names() {
        return persons().stream().map(Person::name).toArray(String[]::new);
    }

    /** The websites, for a statement that casts them to {@code integer[]}. */
    public String[] websites() {
        return websiteIds.stream().map(String::valueOf).toArray(String[]::new);
    }
}
