package io.clientele.shared.search;

import io.clientele.shared.Recurring;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which pieces of texts so many rows have that a list meets some of them soon, by what PostgreSQL counted when it last analysed
 * the table. Only pieces are remembered that one of a hundred rows has.
 */
@ApplicationScoped
public class FrequentParts {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Of the rows that have the text at all. */
    private static final float SHARE = 0.01f;

    private static final SqlFragment READ = SqlFragment.of("select place, piece from frequent_parts(?)", SHARE);

    private final Database database;
    private volatile Map<String, NavigableSet<String>> byIndex = Map.of();

    @Inject
    FrequentParts(Database database) {
        this.database = database;
    }

    private record Piece(String place, String text) {}

    void start(@Observes StartupEvent event, Recurring recurring) {
        recurring.once("read which parts of texts are frequent", this::read);
        recurring.every(EVERY, "read which parts of texts are frequent", this::read);
    }

    void read() {
        byIndex = database.list(READ, row -> new Piece(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.groupingBy(
                        Piece::place, Collectors.mapping(Piece::text, Collectors.toCollection(TreeSet::new))));
    }

    /**
     * Whether all pieces of a pattern are frequent. They may still never come together.
     *
     * @param index the index over the pieces, and after a point the place of the text in it, from 1
     * @param pattern of LIKE, folded as the texts are; without a part of three signs it is taken for frequent
     */
    public boolean all(String index, String pattern) {
        NavigableSet<String> frequent = byIndex.getOrDefault(index, new TreeSet<>());
        return TextParts.pieces(pattern).stream().allMatch(piece -> isOf(frequent, piece));
    }

    private static boolean isOf(NavigableSet<String> frequent, String piece) {
        if (TextParts.isWhole(piece)) {
            return frequent.contains(piece);
        }
        String next = frequent.ceiling(piece);
        return next != null && next.startsWith(piece);
    }
}
