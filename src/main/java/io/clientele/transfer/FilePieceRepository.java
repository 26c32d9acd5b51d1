package io.clientele.transfer;

import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The statements about {@code transfer_file}. */
@ApplicationScoped
class FilePieceRepository {

    private final Database database;

    @Inject
    FilePieceRepository(Database database) {
        this.database = database;
    }

    void add(long importId, int number, byte[] content) {
        database.run(SqlFragment.of(
                "insert into transfer_file (import_id, number, content) values (?, ?, ?)", importId, number, content));
    }

    Optional<byte[]> find(long importId, int number) {
        return database.first(
                SqlFragment.of(
                        "select content from transfer_file where import_id = ? and number = ?", importId, number),
                row -> row.getBytes(1));
    }

    /** Removes pieces of imports that ended long ago. */
    int remove(Instant before, int atMost) {
        return database.run(SqlFragment.of("""
                delete from transfer_file where (import_id, number) in (
                    select f.import_id, f.number from transfer_file f join transfer_import i on i.id = f.import_id
                    where i.finished_at < ? limit ?)""", before, atMost));
    }
}
