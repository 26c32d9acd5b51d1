package io.clientele.shared.graphql.probe;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Fields that exist in tests only, to see the engine do what no feature does on purpose. */
@GraphQLApi
public class ProbeGraphQL {

    /** How often the batched field was called. */
    public static final AtomicInteger BATCHES = new AtomicInteger();

    /** How often any root was called. */
    public static final AtomicInteger CALLS = new AtomicInteger();

    /** One of a list. */
    public record ProbeItem(int number) {}

    /** A published type of which Java fills two fields. */
    @Name("GiftRegistry")
    public record ProbeRegistry(
            String uid, @Name("event_name") String eventName) {}

    @Query
    public List<ProbeItem> probeItems(int count) {
        CALLS.incrementAndGet();
        return IntStream.range(0, count).mapToObj(ProbeItem::new).toList();
    }

    public List<String> label(@Source List<ProbeItem> items, String prefix) {
        BATCHES.incrementAndGet();
        return items.stream().map(item -> prefix + item.number()).toList();
    }

    @Query
    public String probeRefused(RefusalKind kind) {
        throw Refusal.of(kind, "Refused for %1.").at(kind.name());
    }

    @Query
    public @NonNull String probeSeveral() {
        throw Refusal.all(List.of(Refusal.input("One."), Refusal.input("Two.")));
    }

    @Query
    public String probeFailure() {
        throw new IllegalStateException("secret detail");
    }

    @Query
    public List<String> probeEcho(List<String> texts) {
        return texts;
    }

    @Query
    public ProbeRegistry probeRegistry() {
        return new ProbeRegistry("Nw==", "Birthday");
    }
}
