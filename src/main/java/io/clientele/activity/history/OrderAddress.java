package io.clientele.activity.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address of an order, of which the shop may have reported as little as the country. */
record OrderAddress(
        @Nullable String firstname,
        @Nullable String lastname,
        @Nullable String middlename,
        @Nullable String prefix,
        @Nullable String suffix,
        @Nullable String company,
        List<String> street,
        @Nullable String city,
        @Nullable String postcode,
        @Nullable String countryId,
        @Nullable Integer regionId,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable String telephone,
        @Nullable String fax,
        @Nullable String vatId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads what is stored; null for null. */
    static @Nullable OrderAddress read(@Nullable String stored) {
        if (stored == null) {
            return null;
        }
        try {
            return of(JSON.readTree(stored));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an address of an order is stored as JSON", e);
        }
    }

    private static OrderAddress of(JsonNode address) {
        JsonNode region = address.path("region");
        boolean whole = region.isObject();
        return new OrderAddress(
                text(address.path("firstname")),
                text(address.path("lastname")),
                text(address.path("middlename")),
                text(address.path("prefix")),
                text(address.path("suffix")),
                text(address.path("company")),
                lines(address.path("street")),
                text(address.path("city")),
                text(address.path("postcode")),
                text(address.path("country_id")),
                number(address.hasNonNull("region_id") ? address.path("region_id") : region.path("region_id")),
                text(whole ? region.path("region") : region),
                text(whole ? region.path("region_code") : address.path("region_code")),
                text(address.path("telephone")),
                text(address.path("fax")),
                text(address.path("vat_id")));
    }

    /** Whether it has a first and a last name. */
    boolean namesSomebody() {
        return firstname != null && lastname != null;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? value.asText().strip()
                : null;
    }

    private static @Nullable Integer number(JsonNode value) {
        int number = value.asInt(0);
        return number == 0 ? null : number;
    }

    private static List<String> lines(JsonNode street) {
        List<String> lines = new ArrayList<>();
        if (street.isArray()) {
            street.forEach(line -> lines.add(line.asText()));
        } else if (street.isTextual()) {
            lines.add(street.asText());
        }
        return List.copyOf(lines);
    }
}
