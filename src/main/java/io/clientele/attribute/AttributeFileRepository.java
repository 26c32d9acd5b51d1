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

    /** Whose owner was never written. */
    void removeUnowned(Instant before) {
        database.run(SqlFragment.of("delete from attribute_file where customer_id is null and created_at < ?", before));
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
