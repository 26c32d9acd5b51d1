package io.clientele.audit;

import io.clientele.shared.Caller;
import io.clientele.shared.person.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be. What happened is named {@code <object>.<past participle>}, such as {@code customer.password.changed};
 * who did it, from where and in which request is taken from the request in hand.
 */
public final class AuditDraft {

    final String action;
    final Map<String, Object> detail = new LinkedHashMap<>();

    @Nullable
    String objectType;

    @Nullable
    String objectId;

    @Nullable
    Integer websiteId;

    @Nullable
    Person person;

    @Nullable
    String name;

    @Nullable
    String reason;

    @Nullable
    Object before;

    @Nullable
    Object after;

    Caller.@Nullable Type actorType;
    long actorId;

    private AuditDraft(String action) {
        this.action = action;
    }

    /** Something that succeeded. */
    public static AuditDraft of(String action) {
        return new AuditDraft(action);
    }

    /**
     * A thing that was made, changed or deleted, which is what the action says of it.
     *
     * @param was null for what was not
     * @param is null for what is no more
     */
    public static AuditDraft ofChange(String type, Object id, @Nullable Object was, @Nullable Object is) {
        return of(type + "." + step(was, is)).about(type, id).change(was, is);
    }

    /** {@code created}, {@code changed} or {@code deleted}: null is what was not, or is no more. */
    public static String step(@Nullable Object was, @Nullable Object is) {
        if (was == null) {
            return "created";
        }
        return is == null ? "deleted" : "changed";
    }

    /** The thing it was done to. Its id is kept in the clear, so it says nothing of a person by itself. */
    public AuditDraft about(String type, Object id) {
        objectType = type;
        objectId = String.valueOf(id);
        return this;
    }

    /** The website the thing belongs to: administrators limited to other ones do not see the entry. */
    public AuditDraft website(int id) {
        websiteId = id;
        return this;
    }

    /** Whom it is about: names, changes and details are sealed with that person's key. Without one they are not. */
    public AuditDraft person(Person whose) {
        person = whose;
        return this;
    }

    /** What the person is called, such as an e-mail address or a user name. */
    public AuditDraft named(@Nullable String called) {
        name = called;
        return this;
    }

    /**
     * The thing as it was and as it is: records or maps, null for what was not or is no more. Only what differs is kept,
     * and nothing under a name of a secret.
     */
    public AuditDraft change(@Nullable Object was, @Nullable Object is) {
        before = was;
        after = is;
        return this;
    }

    /** Something else worth knowing; never a secret. */
    public AuditDraft detail(String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value);
        }
        return this;
    }

    /**
     * It did not succeed. The entry stays although the transaction in hand is rolled back.
     *
     * @param why a word or two of the program's own, such as {@code password} or {@code locked}
     */
    public AuditDraft failed(String why) {
        reason = why;
        return this;
    }

    /** Who did it, when the request in hand does not know it yet, as at a sign-in. */
    public AuditDraft by(Caller.Type type, long id) {
        actorType = type;
        actorId = id;
        return this;
    }
}
