package io.clientele.attribute;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of files; each is there before the customer or address it belongs to has been written. */
@ApplicationScoped
class AttributeFileRepository {

    private final Database database;

    @Inject
    AttributeFileRepository(Database database) {
        this.database = database;
    }

    /** @param content null where it is kept elsewhere */
    void add(AttributeFile file, byte @Nullable [] content, Instant now) {
        database.run(SqlFragment.of(
                "insert into attribute_file (path, attribute_id, name, media_type, content, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                file.path(),
                file.attributeId(),
                file.name(),
                file.mediaType(),
                content,
                now));
    }

    /** Gives new files to their owner. */
    void own(Collection<String> paths, long customerId, @Nullable Long addressId) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = ?, address_id = ? where path = any (?) and customer_id is null",
                customerId,
                addressId,
                paths.toArray(new String[0])));
    }

    void delete(Collection<String> paths, long customerId) {
        database.run(SqlFragment.of(
                "delete from attribute_file where path = any (?) and customer_id = ?",
                paths.toArray(new String[0]),
                customerId));
    }

    /** The file of a customer's attribute or, with an address, of the address's. */
    Optional<AttributeFile> find(int attributeId, long customerId, @Nullable Long addressId) {
        return database.first(SqlFragment.of("""
                        select f.path, f.attribute_id, f.name, f.media_type, f.content from attribute_file f
                        where f.customer_id = ? and f.attribute_id = ? and f.address_id is not distinct from ?::bigint""", customerId, attributeId, addressId), row -> {
            byte[] content = row.getBytes(5);
            return new AttributeFile(
                    row.getString(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    content == null ? new byte[0] : content);
        });
    }

    boolean knows(String path) {
        return database.first(SqlFragment.of("select 1 from attribute_file f where f.path = ?", path), row -> true)
                .isPresent();
    }

    /** Whose owner was never written, and those that are held no longer. */
    void removeUnowned(Instant before) {
        database.run(SqlFragment.of(
                "delete from attribute_file where customer_id is null and created_at < ?"
                        + " and (held_until is null or held_until < ?)",
                before,
                before));
    }

    /** Makes the files of a customer's addresses, and those named, another customer's. */
    void handOver(long from, long to, Collection<String> paths) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = ? where customer_id = ?"
                        + " and (address_id is not null or path = any (?))",
                to,
                from,
                paths.toArray(new String[0])));
    }

    /** Makes these files another customer's, and says how many there were. */
    int take(long from, long to, Collection<String> paths) {
        return database.run(SqlFragment.of(
                "update attribute_file set customer_id = ? where customer_id = ? and path = any (?)",
                to,
                from,
                paths.toArray(new String[0])));
    }

    /** Lets files of addresses follow these to their customer. */
    void ofAddresses(long from, long to, Collection<Long> addressIds) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = ? where customer_id = ? and address_id = any (?)",
                to,
                from,
                addressIds.stream().mapToLong(Long::longValue).toArray()));
    }

    void holdAll(long customerId, Instant until) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = null, held_for = customer_id, held_until = ? where customer_id = ?",
                until,
                customerId));
    }

    void hold(long customerId, Collection<String> paths, Instant until) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = null, held_for = customer_id, held_until = ?"
                        + " where customer_id = ? and path = any (?)",
                until,
                customerId,
                paths.toArray(new String[0])));
    }

    void release(long customerId) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = held_for, held_for = null, held_until = null where held_for = ?",
                customerId));
    }

    void release(long customerId, Collection<String> paths) {
        database.run(SqlFragment.of(
                "update attribute_file set customer_id = held_for, held_for = null, held_until = null"
                        + " where held_for = ? and path = any (?)",
                customerId,
                paths.toArray(new String[0])));
    }

    void forgetHeld(long customerId) {
        database.run(SqlFragment.of("delete from attribute_file where held_for = ?", customerId));
    }

    /** The deleted attributes that still have files. */
    List<Integer> deletedAttributes() {
        return database.list(SqlFragment.of("""
                        with recursive used (id) as (
                            select min(f.attribute_id) from attribute_file f
                            union all
                            select (select min(f.attribute_id) from attribute_file f where f.attribute_id > used.id)
                            from used where used.id is not null)
                        select used.id from used
                        where used.id is not null and not exists (select 1 from attribute a where a.id = used.id)"""), row -> row.getInt(1));
    }

    /** @return how many were removed, at most as many as asked */
    int removeSome(int attributeId, int most) {
        return database.run(SqlFragment.of(
                "delete from attribute_file where path in"
                        + " (select f.path from attribute_file f where f.attribute_id = ? limit ?)",
                attributeId,
                most));
    }
}
