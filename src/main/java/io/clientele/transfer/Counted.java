package io.clientele.transfer;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many things of a kind a file names, and how many of these are here, read from the database after it was taken over.
 *
 * @param thing {@code customers}, {@code addresses}, {@code groups}, {@code tier_prices}, {@code orders} or {@code order_lines}
 * @param website the code of the website; empty for what belongs to none, and for what is of all of them
 * @param detail the code of the group, of orders the currency; empty where the file says nothing of it
 * @param files how many the file names, those that were refused among them
 * @param here how many of them are here, at that website and with that detail
 * @param filesTotal of orders, what they come to in the file; null for other things
 * @param hereTotal the same of those that are here
 */
@Schema(name = "counted-things")
public record Counted(
        String thing,
        String website,
        String detail,
        long files,
        long here,
        @Nullable BigDecimal filesTotal,
        @Nullable BigDecimal hereTotal) {

    /** Whether both sides are the same. */
    public boolean agrees() {
        return files == here
                && (filesTotal == null ? BigDecimal.ZERO : filesTotal)
                                .compareTo(hereTotal == null ? BigDecimal.ZERO : hereTotal)
                        == 0;
    }

    /** What is told apart. */
    public String key() {
        return String.join("\t", thing, website, detail);
    }

    /** This and more of the same. */
    public Counted plus(Counted other) {
        return new Counted(
                thing,
                website,
                detail,
                files + other.files,
                here + other.here,
                sum(filesTotal, other.filesTotal),
                sum(hereTotal, other.hereTotal));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }
}
