package io.clientele.shared.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.clientele.shared.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the values its last row is sorted by, and its key. Callers hand it back as it is and need not
 * understand it.
 *
 * @param order the order it belongs to
 * @param values as PostgreSQL writes them, in the sequence of the order; null where the row has none
 */
record Cursor(String order, List<@Nullable String> values, String key) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    String text() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws io.clientele.shared.Refusal when it is no cursor, or one of another order */
    static Cursor read(String text, String order, int values) {
        try {
            Cursor cursor = JSON.readValue(Base64.getUrlDecoder().decode(text), Cursor.class);
            if (cursor != null && order.equals(cursor.order) && cursor.isWhole(values)) {
                return cursor;
            }
        } catch (IllegalArgumentException | IOException e) {
            throw Refusals.invalidValue("after", text);
        }
        throw Refusals.invalidValue("after", text);
    }

    @SuppressWarnings("ConstantValue") // what was read may lack anything
    private boolean isWhole(int expected) {
        return values != null
                && values.size() == expected
                && key != null
                && key.length() <= 19
                && key.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
