package io.clientele.shared.person;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody about whom things are kept.
 *
 * @param account the customer's id; 0 for somebody without an account
 * @param emailKey the folded e-mail address; where only its hash is known, a text that is nobody's address
 * @param address who that is without an account
 * @param websiteIds the websites on which what was done under the address counts; the account's on all of them where
 *     accounts are shared
 */
public record DataSubject(long account, String emailKey, Person address, List<Integer> websiteIds) {

    public DataSubject {
        websiteIds = List.copyOf(websiteIds);
    }

    public DataSubject(long account, String emailKey, List<Integer> websiteIds) {
        this(account, emailKey, Person.email(emailKey), websiteIds);
    }

    /** Somebody without an account, of whose address nothing is known but what is sealed for it. */
    public static DataSubject ofHashed(Person address, List<Integer> websiteIds) {
        return new DataSubject(0, address.name(), address, websiteIds);
    }

    /** Whose keys values about the subject are sealed with. */
    public List<Person> persons() {
        List<Person> persons = new ArrayList<>();
        if (account != 0) {
            persons.add(Person.customer(account));
        }
        persons.add(address);
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
