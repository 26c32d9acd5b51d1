package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.activity.OrderAddressDraft.RegionDraft;
import io.clientele.shared.Refusal;
import io.clientele.shared.json.RecordReader;
import io.clientele.store.directory.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decides what the address of an order may be, and what is kept of it: texts, and no more than was said. */
@ApplicationScoped
class OrderAddresses {

    private static final int MOST_STREET_LINES = 20;

    private final Countries countries;

    @Inject
    OrderAddresses(Countries countries) {
        this.countries = countries;
    }

    /** The address as it is kept; null for none, or one that says nothing. */
    @Nullable
    ObjectNode read(FactFields fields, @Nullable OrderAddressDraft draft) {
        if (draft == null) {
            return null;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        put(kept, fields, "prefix", draft.prefix());
        put(kept, fields, "firstname", draft.firstname());
        put(kept, fields, "middlename", draft.middlename());
        put(kept, fields, "lastname", draft.lastname());
        put(kept, fields, "suffix", draft.suffix());
        put(kept, fields, "company", draft.company());
        street(kept, fields, draft.street());
        put(kept, fields, "city", draft.city());
        region(kept, fields, draft);
        put(kept, fields, "postcode", draft.postcode());
        country(kept, fields, draft.countryId());
        put(kept, fields, "telephone", draft.telephone());
        put(kept, fields, "fax", draft.fax());
        put(kept, fields, "vat_id", draft.vatId());
        return kept.isEmpty() ? null : kept;
    }

    private static void put(ObjectNode kept, FactFields fields, String name, @Nullable String sent) {
        String text = fields.textIfAny(name, sent, FactFields.LONGEST_TEXT);
        if (text != null) {
            kept.put(name, text);
        }
    }

    private static void street(ObjectNode kept, FactFields fields, @Nullable List<String> sent) {
        ArrayNode street = JsonNodeFactory.instance.arrayNode();
        for (String each : fields.list("street", sent, MOST_STREET_LINES)) {
            String line = fields.textIfAny("street", each, FactFields.LONGEST_TEXT);
            street.add(line == null ? "" : line);
        }
        if (!street.isEmpty()) {
            kept.set("street", street);
        }
    }

    private static void region(ObjectNode kept, FactFields fields, OrderAddressDraft draft) {
        RegionDraft region = region(fields, draft);
        put(kept, fields, "region", region.region());
        put(kept, fields, "region_code", region.regionCode());
        if (region.regionId() != null && region.regionId() != 0) {
            kept.put("region_id", region.regionId());
        }
    }

    private static RegionDraft region(FactFields fields, OrderAddressDraft draft) {
        JsonNode sent = draft.region();
        if (sent == null || sent.isNull() || sent.isTextual()) {
            return new RegionDraft(
                    sent == null || sent.isNull() ? null : sent.textValue(), draft.regionCode(), draft.regionId());
        }
        try {
            return RecordReader.object(RegionDraft.class, "region", sent);
        } catch (Refusal refusal) {
            fields.refused(refusal);
            return new RegionDraft(null, null, null);
        }
    }

    private void country(ObjectNode kept, FactFields fields, @Nullable String sent) {
        String code = fields.textIfAny("country_id", sent, FactFields.LONGEST_TEXT);
        if (code != null && countries.country(code.toUpperCase(Locale.ROOT)).isEmpty()) {
            fields.wrong("country_id", code);
        } else if (code != null) {
            kept.put("country_id", code.toUpperCase(Locale.ROOT));
        }
    }
}
