package io.clientele.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the ledger: an entry as JSON, in one order of its members, and at its end the code that shows who wrote it. */
final class LedgerLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAC = "mac";
    private static final String ADDRESS = "address";
    private static final String CREATED_AT = "created_at";

    private LedgerLine() {}

    /** The line was written with another key, or altered since. */
    static final class Forged extends RuntimeException {

        private static final long serialVersionUID = 1;

        Forged() {
            super("it was written with another key, or altered since", null, false, false);
        }
    }

    static String of(LedgerEntry entry, LedgerKey key) {
        ObjectNode line = JSON.createObjectNode()
                .put("id", entry.id().toString())
                .put("request_id", entry.request())
                .put("website_id", entry.websiteId())
                .put(ADDRESS, entry.address())
                .put("erased_at", entry.erasedAt().toString());
        ArrayNode accounts = line.putArray("accounts");
        for (LedgerEntry.Account each : entry.accounts()) {
            ObjectNode account = accounts.addObject().put("customer_id", each.id());
            if (each.address() != null) {
                account.put(ADDRESS, each.address());
            }
            if (each.createdAt() != null) {
                account.put(CREATED_AT, each.createdAt().toString());
            }
        }
        return line.put(MAC, key.ofLine(line.toString())).toString();
    }

    /**
     * Reads a line.
     *
     * @return empty for one that was never written to its end
     * @throws Forged when it does not come from whoever has the key
     */
    static Optional<LedgerEntry> read(String line, LedgerKey key) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        ObjectNode content;
        try {
            if (!(JSON.readTree(line) instanceof ObjectNode read)) {
                throw new Forged();
            }
            content = read;
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        JsonNode mac = content.remove(MAC);
        if (mac == null || !key.isOfLine(content.toString(), mac.asText())) {
            throw new Forged();
        }
        try {
            return Optional.of(entry(content));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            // Whoever has the key wrote it, in another version of the service.
            throw new Forged();
        }
    }

    private static LedgerEntry entry(JsonNode line) {
        List<LedgerEntry.Account> accounts = new ArrayList<>();
        line.path("accounts")
                .forEach(each -> accounts.add(new LedgerEntry.Account(
                        each.path("customer_id").asLong(),
                        text(each, ADDRESS),
                        each.hasNonNull(CREATED_AT)
                                ? Instant.parse(each.get(CREATED_AT).asText())
                                : null)));
        return new LedgerEntry(
                UUID.fromString(line.path("id").asText()),
                line.path("request_id").asLong(),
                line.path("website_id").asInt(),
                line.path(ADDRESS).asText(),
                accounts,
                Instant.parse(line.path("erased_at").asText()));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }
}
