package io.clientele.attribute;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What whoever keeps values in a column {@code attributes} owes the attributes: it tells whether an option is used, and
 * clears out what a deleted attribute leaves behind. A deleted attribute's values are nobody's at once, because they are
 * kept under its id; clearing them goes a part at a time, so that it blocks nobody.
 */
public abstract class StoredValues implements AttributeGuard, AttributeParticipant {

    private static final int PART = 2_000;
    private static final int PARTS_AT_A_TIME = 50;

    /** By then no instance knows the attribute any more, so none writes a value of it. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final AttributeOwner owner;
    private final String table;
    private final Database database;
    private final Clock clock;

    /** @param table has an {@code id} and the column */
    protected StoredValues(AttributeOwner owner, String table, Database database, Clock clock) {
        this.owner = owner;
        this.table = table;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean usesOption(Attribute attribute, AttributeOption option) {
        if (attribute.owner() != owner) {
            return false;
        }
        String value = "(attributes " + (attribute.input() == InputType.MULTISELECT ? "->" : "->>") + " '"
                + attribute.key() + "')";
        String names = attribute.input() == InputType.MULTISELECT ? value + " @> to_jsonb(?::text)" : value + " = ?";
        return database.first(
                        SqlFragment.of("select 1 from " + table + " where " + names + " limit 1", option.value()),
                        row -> true)
                .isPresent();
    }

    @Override
    public void deleting(Attribute attribute) {
        if (attribute.owner() == owner) {
            database.run(SqlFragment.of(
                    "insert into attribute_residue (attribute_id, entity, deleted_at) values (?, ?, ?)",
                    attribute.id(),
                    owner.code(),
                    clock.instant()));
        }
    }

    /** Clears some of what is left, in transactions of their own; one instance at a time does it. */
    public void clear() {
        List<Integer> left = database.list(
                SqlFragment.of(
                        "select attribute_id from attribute_residue where entity = ? and deleted_at <= ?",
                        owner.code(),
                        clock.instant().minus(SETTLED)),
                row -> row.getInt(1));
        for (int attribute : left) {
            for (int i = 0; i < PARTS_AT_A_TIME && clearPart(attribute); i++) {
                Thread.onSpinWait();
            }
        }
    }

    /** @return whether there may be more to clear now */
    @Transactional
    protected boolean clearPart(int attribute) {
        List<Long> place = database.list(
                SqlFragment.of(
                        "select done_through from attribute_residue where attribute_id = ? for update skip locked",
                        attribute),
                row -> row.getLong(1));
        if (place.isEmpty()) {
            return false;
        }
        String key = Integer.toString(attribute);
        long last = database.first(
                        SqlFragment.of(
                                "with part as (select id from " + table
                                        + " where id > ? order by id limit ?), cleared as"
                                        + " (update " + table + " t set attributes = attributes - ? from part"
                                        + " where t.id = part.id and jsonb_exists(t.attributes, ?))"
                                        + " select coalesce(max(id), 0) from part",
                                place.getFirst(),
                                PART,
                                key,
                                key),
                        row -> row.getLong(1))
                .orElse(0L);
        database.run(
                last == 0
                        ? SqlFragment.of("delete from attribute_residue where attribute_id = ?", attribute)
                        : SqlFragment.of(
                                "update attribute_residue set done_through = ? where attribute_id = ?",
                                last,
                                attribute));
        return last != 0;
    }
}
