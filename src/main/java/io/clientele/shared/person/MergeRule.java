package io.clientele.shared.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of one table's rows of the account that goes, when it is merged into the account that stays. All texts are
 * the program's own SQL: {@code t} is a row of the account that goes, {@code s} one of the account that stays; {@code {stays}}
 * stands for the id of the latter and {@code {website}} for its website. A rule is finished when its feature gives it away.
 */
public final class MergeRule {

    /** What becomes of rows. */
    public enum Fate {
        /** They belong to the account that stays, but for those of which it has the like: those are kept. */
        MOVED,
        /** They are not taken over, and come back with their account. */
        KEPT,
        /** As kept, in a table that the deletion of a customer does not reach. */
        TAKEN_OUT,
        /** They end with their account; what comes back is worked out anew. */
        ENDED,
        /** They stay as they are under the old id, or are somebody else's to move. */
        REMAINS,
        /** Rows of the account that stays, which follow what it has become. */
        FOLLOWS
    }

    /** A row that another refers to, by the table and the column of its key. */
    public record Parent(String table, String column) {}

    private final String part;
    private final String table;
    private final Fate fate;
    private final List<String> key;
    private final Map<String, String> combined = new LinkedHashMap<>();
    private final Map<String, String> set = new LinkedHashMap<>();
    private final Map<String, Parent> needed = new LinkedHashMap<>();
    private String owner = "customer_id";
    private String only = "true";
    private String likeness = "";
    private List<String> overwritten = List.of();
    private boolean strict;
    private boolean passing;
    private String why = "";

    private MergeRule(String part, String table, Fate fate, String... key) {
        this.part = part;
        this.table = table;
        this.fate = fate;
        this.key = List.of(key);
    }

    /**
     * Rows that belong to the account that stays from then on.
     *
     * @param part what they are called in previews, such as {@code orders}
     * @param key the columns by which a row of one customer is known again
     */
    public static MergeRule moved(String part, String table, String... key) {
        return new MergeRule(part, table, Fate.MOVED, key);
    }

    /** Rows that are not taken over and come back with their account. */
    public static MergeRule kept(String part, String table, String... key) {
        return new MergeRule(part, table, Fate.KEPT, key);
    }

    /** The same in a table that the customer's deletion does not reach. */
    public static MergeRule takenOut(String part, String table, String... key) {
        return new MergeRule(part, table, Fate.TAKEN_OUT, key);
    }

    /** Rows that end with their account. */
    public static MergeRule ended(String part, String table) {
        return new MergeRule(part, table, Fate.ENDED).passing();
    }

    /** Rows of the account that stays, which are set to what it has become. */
    public static MergeRule follows(String part, String table, String... key) {
        return new MergeRule(part, table, Fate.FOLLOWS, key);
    }

    /** Rows that are left as they are, and why. */
    public static MergeRule remains(String table, String why) {
        MergeRule rule = new MergeRule(table, table, Fate.REMAINS);
        rule.why = why;
        return rule;
    }

    /** The customer's id is in another column; the condition on {@code t} says which rows are customers'. */
    public MergeRule by(String column, String condition) {
        this.owner = column;
        this.only = condition;
        return this;
    }

    /** A row has its like where the account that stays has one that is equal in these columns; in none but the owner for none. */
    public MergeRule unlessAlike(String... columns) {
        StringBuilder equal = new StringBuilder("true");
        for (String column : columns) {
            equal.append(" and s.")
                    .append(column)
                    .append(" is not distinct from t.")
                    .append(column);
        }
        return unless(equal.toString());
    }

    /** A row has its like where the condition on {@code t} and {@code s} holds. */
    public MergeRule unless(String condition) {
        this.likeness = condition;
        return this;
    }

    /** Where a row has its like, that one's column becomes the value of the expression over {@code s} and {@code t}. */
    public MergeRule combining(String column, String expression) {
        combined.put(column, expression);
        return this;
    }

    /** In a row that moves or follows, the column becomes the value of the expression over {@code t}. */
    public MergeRule setting(String column, String expression) {
        set.put(column, expression);
        return this;
    }

    /** A row is put back only where the row that the column refers to is still there. */
    public MergeRule needs(String column, String parent, String parentKey) {
        needed.put(column, new Parent(parent, parentKey));
        return this;
    }

    /** Where a row is there already when it is put back, these columns become what they were. */
    public MergeRule overwriting(String... columns) {
        this.overwritten = List.of(columns);
        return this;
    }

    /** A row that somebody has changed since it moved is not given back. */
    public MergeRule unlessChanged() {
        this.strict = true;
        return this;
    }

    /** Rows that the service itself makes and changes at any moment: a merge is no other one for them. */
    public MergeRule passing() {
        this.passing = true;
        return this;
    }

    public String part() {
        return part;
    }

    public String table() {
        return table;
    }

    public Fate fate() {
        return fate;
    }

    public List<String> key() {
        return key;
    }

    /** The column with the customer's id. */
    public String owner() {
        return owner;
    }

    /** Which rows of the table are customers'. */
    public String only() {
        return only;
    }

    /** What makes {@code s} the like of {@code t}; empty where nothing does. */
    public String likeness() {
        return likeness;
    }

    public Map<String, String> combined() {
        return combined;
    }

    public Map<String, String> set() {
        return set;
    }

    public Map<String, Parent> needed() {
        return needed;
    }

    public List<String> overwritten() {
        return overwritten;
    }

    public boolean isStrict() {
        return strict;
    }

    /** Whether a merge is the same whatever becomes of these rows. */
    public boolean isPassing() {
        return passing;
    }

    /** Why rows are left where they are; empty for others. */
    public String why() {
        return why;
    }
}
