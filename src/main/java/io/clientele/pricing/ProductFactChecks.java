package io.clientele.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.Settings;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.tax.TaxClassService;
import io.clientele.tax.TaxClassType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what the facts of a product may be. */
@ApplicationScoped
class ProductFactChecks {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_IDS = 1_000;

    private final Stores stores;
    private final Settings settings;
    private final TaxClassService taxClasses;

    @Inject
    ProductFactChecks(Stores stores, Settings settings, TaxClassService taxClasses) {
        this.stores = stores;
        this.settings = settings;
        this.taxClasses = taxClasses;
    }

    /** Checks for one request or one batch, which asks for each tax class once. */
    Session session() {
        return new Session();
    }

    /** The sku without space around it, if it is one. */
    static String sku(@Nullable String sent) {
        String sku = sent == null ? "" : sent.strip();
        if (sku.isEmpty()) {
            throw Refusals.required("sku");
        }
        if (!Sku.isValid(sku)) {
            throw Refusals.invalidValue("sku", Decimals.named(sku));
        }
        return sku;
    }

    final class Session {

        private final Map<Integer, Boolean> knownTaxClasses = new HashMap<>();
        private List<Refusal> errors = new ArrayList<>();

        /**
         * The facts as they will be.
         *
         * @param was the facts as they are; null for a new product
         * @throws Refusal naming every field that is wrong
         */
        ProductFact onto(@Nullable ProductFact was, ProductFactDraft draft) {
            errors = new ArrayList<>();
            String sku = sku(draft.sku());
            String typeId = typeId(draft.typeId(), was == null ? ProductType.SIMPLE : was.typeId());
            ProductFact fact = new ProductFact(
                    was == null ? sku : was.sku(),
                    typeId,
                    attributeSet(draft.attributeSetId(), was == null ? null : was.attributeSetId()),
                    name(draft.name(), was == null ? sku : was.name()),
                    taxClass(draft.taxClassId(), was),
                    divisible(draft, was, typeId),
                    attributes(draft.attributes(), was),
                    ids("category_ids", draft.categoryIds(), was == null ? List.of() : was.categoryIds()),
                    ids("website_ids", draft.websiteIds(), was == null ? List.of(Website.DEFAULT) : was.websiteIds()),
                    amount("price", draft.price(), was == null ? null : was.price()),
                    amount("special_price", draft.specialPrice(), was == null ? null : was.specialPrice()),
                    moment("special_from", draft.specialFrom(), was == null ? null : was.specialFrom()),
                    moment("special_to", draft.specialTo(), was == null ? null : was.specialTo()),
                    amount("cost", draft.cost(), was == null ? null : was.cost()));
            if (fact.specialFrom() != null
                    && fact.specialTo() != null
                    && !fact.specialFrom().isBefore(fact.specialTo())) {
                errors.add(Refusals.invalidValue("special_to", String.valueOf(Moments.shown(fact.specialTo()))));
            }
            if (!errors.isEmpty()) {
                throw Refusal.all(errors);
            }
            return fact;
        }

        private String typeId(@Nullable String sent, String was) {
            if (sent != null && !ProductType.isName(sent)) {
                errors.add(Refusals.invalidValue("type_id", Decimals.named(sent)));
            }
            return sent == null ? was : sent;
        }

        private @Nullable Integer attributeSet(@Nullable Integer sent, @Nullable Integer was) {
            if (sent != null && sent < 1) {
                errors.add(Refusals.invalidValue("attribute_set_id", sent));
            }
            return sent == null ? was : sent;
        }

        private String name(@Nullable String sent, String was) {
            String name = sent == null ? was : sent.strip();
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                errors.add(name.isEmpty() ? Refusals.required("name") : Refusals.tooLong("name", LONGEST_NAME));
            }
            return name;
        }

        /** A product without one has the shop's default one, if there is such a class still. */
        private int taxClass(@Nullable Integer sent, @Nullable ProductFact was) {
            if (sent == null) {
                int usual = settings.number(PricingSettings.PRODUCT_TAX_CLASS);
                return was != null ? was.taxClassId() : isTaxClass(usual) ? usual : 0;
            }
            if (sent != 0 && !isTaxClass(sent)) {
                errors.add(Refusals.invalidValue("tax_class_id", sent));
            }
            return sent;
        }

        private boolean isTaxClass(int id) {
            return knownTaxClasses.computeIfAbsent(
                    id,
                    each -> taxClasses
                            .find(each)
                            .filter(found -> found.type() == TaxClassType.PRODUCT)
                            .isPresent());
        }

        /** A product that becomes one of another kind is as divisible as that kind. */
        private static boolean divisible(ProductFactDraft draft, @Nullable ProductFact was, String typeId) {
            Boolean sent = draft.isQtyDecimal();
            if (sent != null) {
                return sent;
            }
            return (was != null && was.typeId().equals(typeId)) ? was.qtyDecimal() : ProductType.isDivisible(typeId);
        }

        private ObjectNode attributes(@Nullable JsonNode sent, @Nullable ProductFact was) {
            if (sent == null || sent.isNull()) {
                return was == null ? JsonNodeFactory.instance.objectNode() : was.attributes();
            }
            if (sent instanceof ObjectNode object) {
                errors.addAll(ProductAttributes.faults(object));
                return object;
            }
            // An empty list is how some clients write an object without properties.
            if (!sent.isArray() || !sent.isEmpty()) {
                errors.add(Refusals.invalidValue("attributes", Decimals.named(sent.toString())));
            }
            return JsonNodeFactory.instance.objectNode();
        }

        private List<Integer> ids(String field, @Nullable List<Integer> sent, List<Integer> was) {
            if (sent == null) {
                return was;
            }
            List<Integer> ids = sent.stream().distinct().sorted().toList();
            if (ids.size() > MOST_IDS) {
                errors.add(Refusals.tooManyItems(field, MOST_IDS));
                return ids;
            }
            ids.stream()
                    .filter(id -> id < 1
                            || (field.equals("website_ids")
                                    && stores.findWebsite(id).isEmpty()))
                    .forEach(id -> errors.add(Refusals.invalidValue(field, id)));
            return ids;
        }

        private @Nullable BigDecimal amount(String field, @Nullable JsonNode sent, @Nullable BigDecimal was) {
            String text = Decimals.text(sent);
            if (text == null) {
                return was;
            }
            BigDecimal amount = Decimals.amount(text).orElse(null);
            if (amount == null || amount.signum() < 0) {
                errors.add(Refusals.invalidValue(field, Decimals.named(text)));
            }
            return amount;
        }

        private @Nullable Instant moment(String field, @Nullable String sent, @Nullable Instant was) {
            if (sent == null || Moments.isNone(sent)) {
                return sent == null ? was : null;
            }
            Instant moment = Moments.read(sent).orElse(null);
            if (moment == null) {
                errors.add(Refusals.invalidValue(field, Decimals.named(sent)));
            }
            return moment;
        }
    }
}
