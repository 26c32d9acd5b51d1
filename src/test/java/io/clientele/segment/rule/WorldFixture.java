package io.clientele.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeFixture;
import io.clientele.attribute.AttributeOption;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.InputType;
import io.clientele.customer.SiteFixture;
import io.clientele.segment.rule.Known.KnownAttribute;
import io.clientele.segment.rule.World.Exact;
import io.clientele.segment.rule.tree.AddressField;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.OrderField;
import io.clientele.segment.rule.tree.ProfileField;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.shared.Fold;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.clientele.store.StoreFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws a small shop with two websites in two time zones and writes it into the database with plain SQL. */
final class WorldFixture {

    static final Instant NOW = Instant.parse("2026-05-31T10:15:30.123456Z");

    static final List<String> TEXTS = List.of(
            "a",
            "O'Hara; drop table customer --",
            "%",
            "_",
            "\\",
            "$1",
            "?",
            "$.x[*] ? (@ > 1)",
            "ÜNÏ",
            "x_y%z",
            "b\\c",
            "75001");

    private static final List<String> COUNTRIES = List.of("FR", "DE", "US");
    private static final List<String> STATUSES = List.of("complete", "pending", "canceled", "on'hold");
    private static final List<String> PRODUCT_ATTRIBUTES = List.of("colour", "weight", "o'k", "$.x");

    private final Database database;
    private final Attributes attributes;
    private final Random random;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<SiteFixture> sites = new ArrayList<>();
    private final List<Attribute> ofCustomers = new ArrayList<>();
    private final List<Attribute> ofAddresses = new ArrayList<>();
    private final List<Long> segments = new ArrayList<>();
    private final List<String> skus = new ArrayList<>();
    private final World world = new World(
            new HashMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new HashMap<>(),
            new HashSet<>());

    WorldFixture(Database database, Attributes attributes, Random random) {
        this.database = database;
        this.attributes = attributes;
        this.random = random;
    }

    World make(int customers) {
        for (String zone : List.of("Europe/Berlin", "America/Los_Angeles")) {
            SiteFixture site = SiteFixture.make();
            StoreFixture.set("general/locale/timezone", zone, "websites", site.website());
            sites.add(site);
            world.zones().put(site.website(), zone);
        }
        defineAttributes();
        for (int i = 0; i < 12; i++) {
            product(i);
        }
        for (int i = 0; i < customers; i++) {
            customer(i);
        }
        for (int i = 0; i < 8; i++) {
            visitor();
        }
        for (int i = 0; i < 2; i++) {
            segment(i);
        }
        return world;
    }

    /** Takes away what was written, but the websites. */
    void remove() {
        long[] ids = world.customers().stream().mapToLong(World.Customer::id).toArray();
        database.run(SqlFragment.of("delete from sales_order where external_id like ?", run + "%"));
        database.run(SqlFragment.of("delete from segment where name_key like ?", run + "%"));
        database.run(SqlFragment.of("delete from customer where id = any (?)", (Object) ids));
        database.run(SqlFragment.of("delete from product_fact where sku_key like ?", "rule-" + run + "%"));
        Stream.of(ofCustomers, ofAddresses)
                .flatMap(List::stream)
                .forEach(each -> AttributeFixture.delete(
                        each.owner() == AttributeOwner.CUSTOMER
                                ? AttributeFixture.CUSTOMERS
                                : AttributeFixture.ADDRESSES,
                        each.code()));
    }

    List<Integer> websites() {
        return sites.stream().map(SiteFixture::website).toList();
    }

    Pools pools() {
        return new Pools(
                ofCustomers.stream().map(WorldFixture::known).toList(),
                ofAddresses.stream().map(WorldFixture::known).toList(),
                PRODUCT_ATTRIBUTES,
                List.of(1, 2, 3),
                websites(),
                sites.stream().map(SiteFixture::view).toList(),
                List.of(1, 12, 57),
                List.of(3, 4, 12),
                COUNTRIES,
                STATUSES,
                List.copyOf(segments),
                Stream.concat(TEXTS.stream(), skus.stream().limit(4).map(sku -> sku.toUpperCase(Locale.ROOT)))
                        .toList(),
                List.of(
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        new BigDecimal("2"),
                        new BigDecimal("2"),
                        new BigDecimal("3.5"),
                        new BigDecimal("-3"),
                        new BigDecimal("10.05"),
                        new BigDecimal("30"),
                        new BigDecimal("99.99"),
                        new BigDecimal("400"),
                        new BigDecimal("12345678901234.5")),
                List.of(
                        LocalDate.of(1980, 2, 29),
                        LocalDate.of(2025, 10, 26),
                        LocalDate.of(2026, 3, 29),
                        LocalDate.of(2026, 5, 30),
                        LocalDate.of(9999, 12, 31)));
    }

    private static KnownAttribute known(Attribute attribute) {
        ValueType type = switch (attribute.input()) {
            case DATE -> ValueType.DATE;
            case SELECT -> ValueType.SELECT;
            case MULTISELECT -> ValueType.SET;
            case BOOLEAN -> ValueType.YES_NO;
            default -> ValueType.TEXT;
        };
        return new KnownAttribute(
                attribute.code(),
                attribute.code(),
                type,
                attribute.options().stream()
                        .map(option -> new RuleOption(option.value(), option.value()))
                        .toList(),
                true);
    }

    private void defineAttributes() {
        List<Map<String, Object>> options =
                List.of(Map.of("label", "One"), Map.of("label", "Two"), Map.of("label", "Three"));
        for (InputType input : List.of(
                InputType.TEXT,
                InputType.MULTILINE,
                InputType.DATE,
                InputType.BOOLEAN,
                InputType.SELECT,
                InputType.MULTISELECT)) {
            Object[] more = input.hasOptions()
                    ? new Object[] {"options", options}
                    : input == InputType.MULTILINE ? new Object[] {"multiline_count", 3} : new Object[] {};
            defined(AttributeFixture.CUSTOMERS, AttributeOwner.CUSTOMER, input, more, ofCustomers);
            defined(AttributeFixture.ADDRESSES, AttributeOwner.CUSTOMER_ADDRESS, input, more, ofAddresses);
        }
    }

    private void defined(String path, AttributeOwner owner, InputType input, Object[] more, List<Attribute> into) {
        String code = AttributeFixture.code("rule" + input.code());
        AttributeFixture.post(path, AttributeFixture.attribute(code, input.code(), more))
                .statusCode(200);
        into.add(attributes.find(owner, code).orElseThrow());
    }

    // --- Drawing
    // ------------------------------------------------------------------------------------------------------

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private @Nullable String text() {
        return chance(30)
                ? null
                : chance(50) ? oneOf(TEXTS) : oneOf(TEXTS) + oneOf(TEXTS).toUpperCase(Locale.ROOT);
    }

    private BigDecimal amount() {
        return chance(10)
                ? new BigDecimal("-3.0000")
                : new BigDecimal(random.nextInt(400_000))
                        .movePointLeft(chance(50) ? 4 : 2)
                        .setScale(4);
    }

    /** Within some 400 days before and a few after now, often near a boundary of a day or of a change of clocks. */
    private Instant moment() {
        Instant base = switch (random.nextInt(6)) {
            case 0 -> Instant.parse("2026-03-29T00:30:00Z");
            case 1 -> Instant.parse("2025-10-26T00:59:59.999999Z");
            case 2 -> Instant.parse("2025-11-02T09:00:00Z");
            case 3 -> NOW.plus(Duration.ofHours(random.nextInt(100)));
            default -> NOW.minus(Duration.ofMinutes(random.nextInt(400 * 1440)));
        };
        return base.plus(random.nextInt(7_200_000) - 3_600_000L, ChronoUnit.MILLIS);
    }

    private int website() {
        return oneOf(websites());
    }

    private Map<String, Object> values(List<Attribute> defined, ObjectNode json) {
        Map<String, Object> values = new HashMap<>();
        for (Attribute each : defined) {
            if (chance(30)) {
                continue;
            }
            List<String> options =
                    each.options().stream().map(AttributeOption::value).toList();
            switch (each.input()) {
                case DATE -> {
                    LocalDate day = chance(30)
                            ? LocalDate.of(2026, 3, 29)
                            : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200));
                    json.put(each.key(), day.toString());
                    values.put(each.code(), day);
                }
                case BOOLEAN -> {
                    boolean flag = chance(50);
                    json.put(each.key(), flag);
                    values.put(each.code(), flag);
                }
                case SELECT -> {
                    String option = oneOf(options);
                    json.put(each.key(), option);
                    values.put(each.code(), new Exact(option));
                }
                case MULTISELECT -> {
                    Set<String> chosen = new HashSet<>(options.subList(0, 1 + random.nextInt(options.size())));
                    ArrayNode array = json.putArray(each.key());
                    chosen.forEach(array::add);
                    values.put(each.code(), chosen);
                }
                case MULTILINE -> {
                    List<String> lines = List.of(oneOf(TEXTS), oneOf(TEXTS));
                    ArrayNode array = json.putArray(each.key());
                    lines.forEach(array::add);
                    values.put(each.code(), String.join("\n", lines));
                }
                default -> {
                    String text = oneOf(TEXTS);
                    json.put(each.key(), text);
                    values.put(each.code(), text);
                }
            }
        }
        return values;
    }

    // --- Writing
    // ------------------------------------------------------------------------------------------------------

    private long inserted(String statement, @Nullable Object... arguments) {
        return database.first(SqlFragment.of(statement, arguments), row -> row.getLong(1))
                .orElseThrow();
    }

    private void product(int i) {
        String sku = "Rule-" + run + "-" + i;
        skus.add(sku);
        if (i % 4 == 3) {
            return;
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        PRODUCT_ATTRIBUTES.forEach(code -> {
            if (chance(70)) {
                facts.set(
                        code,
                        chance(30)
                                ? JsonNodeFactory.instance
                                        .arrayNode()
                                        .add(oneOf(TEXTS))
                                        .add(random.nextInt(4))
                                        .add(true)
                                : single());
            }
        });
        String name = oneOf(TEXTS);
        List<Integer> categories = categories();
        Integer set = chance(30) ? null : Integer.valueOf(1 + random.nextInt(4));
        long id = inserted(
                "insert into product_fact (sku, sku_key, type_id, name, is_qty_decimal, attributes, category_ids, website_ids,"
                        + " attribute_set_id, created_at, updated_at) values (?, ?, 'simple', ?, false, ?::jsonb, ?::integer[], '{}', ?::integer, ?, ?)"
                        + " returning product_id",
                sku,
                Fold.key(sku),
                name,
                facts.toString(),
                array(categories),
                set,
                NOW,
                NOW);
        Map<Integer, BigDecimal> prices = new HashMap<>();
        for (int website : List.of(0, websites().get(0))) {
            if (chance(70)) {
                BigDecimal price = oneOf(List.of(BigDecimal.ONE, new BigDecimal("10.05"), new BigDecimal("99.99")));
                prices.put(website, price);
                database.run(SqlFragment.of(
                        "insert into product_price (product_id, website_id, price) values (?, ?, ?)",
                        id,
                        website,
                        price));
            }
        }
        world.products().put(Fold.key(sku), new World.Product(sku, name, "simple", set, facts, categories, prices));
    }

    private JsonNode single() {
        return switch (random.nextInt(5)) {
            case 0 -> JsonNodeFactory.instance.numberNode(new BigDecimal("3.5"));
            case 1 -> JsonNodeFactory.instance.booleanNode(chance(50));
            case 2 -> JsonNodeFactory.instance.textNode("30");
            case 3 -> JsonNodeFactory.instance.nullNode();
            default -> JsonNodeFactory.instance.textNode(oneOf(TEXTS));
        };
    }

    private List<Integer> categories() {
        return Stream.of(3, 4, 12).filter(each -> chance(40)).toList();
    }

    private static String array(List<Integer> ids) {
        return ids.toString().replace('[', '{').replace(']', '}');
    }

    private void customer(int i) {
        SiteFixture site = oneOf(sites);
        Map<ProfileField, Object> fields = new EnumMap<>(ProfileField.class);
        String email = "rule-" + run + "-" + i + "@Example.com";
        fields.put(ProfileField.EMAIL, email);
        fields.put(ProfileField.FIRSTNAME, oneOf(TEXTS));
        fields.put(ProfileField.LASTNAME, oneOf(TEXTS));
        for (ProfileField each :
                List.of(ProfileField.PREFIX, ProfileField.MIDDLENAME, ProfileField.SUFFIX, ProfileField.TAXVAT)) {
            put(fields, each, text());
        }
        put(fields, ProfileField.EXTERNAL_ID, chance(50) ? null : oneOf(TEXTS) + i);
        LocalDate dob = chance(20)
                ? null
                : chance(20)
                        ? LocalDate.of(1980, 2, 29)
                        : LocalDate.of(1990, 1, 1).plusDays(random.nextInt(366 * 8));
        put(fields, ProfileField.DOB, dob);
        put(fields, ProfileField.GENDER, chance(30) ? null : BigDecimal.valueOf(1 + random.nextInt(3)));
        fields.put(ProfileField.GROUP_ID, BigDecimal.valueOf(1 + random.nextInt(3)));
        fields.put(ProfileField.WEBSITE_ID, BigDecimal.valueOf(site.website()));
        fields.put(ProfileField.STORE_ID, BigDecimal.valueOf(site.view()));
        Instant created = moment().isAfter(NOW) ? NOW : moment();
        fields.put(ProfileField.CREATED_AT, created);
        fields.put(ProfileField.IS_ACTIVE, chance(80));
        String confirmation = chance(20) ? "key" : null;
        fields.put(ProfileField.IS_CONFIRMED, confirmation == null);
        Instant verified = chance(50) ? NOW : null;
        fields.put(ProfileField.IS_EMAIL_VERIFIED, verified != null);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Map<String, Object> values = values(ofCustomers, json);
        long id = inserted(
                "insert into customer (account_scope, website_id, store_id, group_id, email, email_key, firstname, lastname,"
                        + " middlename, prefix, suffix, dob, gender, taxvat, confirmation, created_in, external_id, created_at,"
                        + " updated_at, attributes, is_active, email_verified_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, 'x', ?, ?, ?, ?::jsonb, ?, ?) returning id",
                site.website(),
                site.website(),
                site.view(),
                fields.get(ProfileField.GROUP_ID),
                email,
                Fold.key(email),
                fields.get(ProfileField.FIRSTNAME),
                fields.get(ProfileField.LASTNAME),
                fields.get(ProfileField.MIDDLENAME),
                fields.get(ProfileField.PREFIX),
                fields.get(ProfileField.SUFFIX),
                dob,
                fields.get(ProfileField.GENDER),
                fields.get(ProfileField.TAXVAT),
                confirmation,
                fields.get(ProfileField.EXTERNAL_ID),
                created,
                created,
                json.toString(),
                fields.get(ProfileField.IS_ACTIVE),
                verified);
        Object external = fields.get(ProfileField.EXTERNAL_ID);
        World.Customer made = new World.Customer(
                id,
                site.website(),
                external == null ? Long.toString(id) : (String) external,
                fields,
                values,
                new ArrayList<>(),
                new HashMap<>(),
                new ArrayList<>());
        world.customers().add(made);
        addresses(made);
        newsletter(made);
        balances(made);
        for (int n = random.nextInt(8) - 2; n > 0; n--) {
            order(id);
        }
        for (int n = random.nextInt(4) - 1; n > 0; n--) {
            cart(id, null, website());
        }
        for (int n = random.nextInt(5) - 1; n > 0; n--) {
            view(id, null, website());
        }
        if (chance(40)) {
            wishlist(id);
        }
    }

    private static <F> void put(Map<F, Object> fields, F field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value);
        }
    }

    private Map<AddressField, Object> address() {
        Map<AddressField, Object> fields = new EnumMap<>(AddressField.class);
        for (AddressField each : AddressField.values()) {
            put(fields, each, text());
        }
        fields.put(AddressField.FIRSTNAME, oneOf(TEXTS));
        fields.put(AddressField.LASTNAME, oneOf(TEXTS));
        fields.put(AddressField.CITY, oneOf(TEXTS));
        fields.put(AddressField.STREET, oneOf(TEXTS) + "\n" + oneOf(TEXTS));
        fields.put(AddressField.COUNTRY_ID, new Exact(oneOf(COUNTRIES)));
        fields.remove(AddressField.REGION_ID);
        put(fields, AddressField.REGION_ID, chance(50) ? null : BigDecimal.valueOf(oneOf(List.of(1, 12, 57))));
        return fields;
    }

    private void addresses(World.Customer customer) {
        for (int n = random.nextInt(4); n > 0; n--) {
            Map<AddressField, Object> fields = address();
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            Map<String, Object> values = values(ofAddresses, json);
            boolean billing = n == 1 && chance(70);
            boolean shipping = n == 1 && chance(70);
            Object region = fields.get(AddressField.REGION_ID);
            database.run(SqlFragment.of(
                    "insert into customer_address (customer_id, website_id, firstname, lastname, middlename, prefix, suffix,"
                            + " company, street, city, postcode, country_id, region_id, region, region_code, telephone, fax, vat_id,"
                            + " is_default_billing, is_default_shipping, created_at, updated_at, attributes)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                    customer.id(),
                    customer.website(),
                    fields.get(AddressField.FIRSTNAME),
                    fields.get(AddressField.LASTNAME),
                    fields.get(AddressField.MIDDLENAME),
                    fields.get(AddressField.PREFIX),
                    fields.get(AddressField.SUFFIX),
                    fields.get(AddressField.COMPANY),
                    ((String) fields.get(AddressField.STREET)).split("\n", -1),
                    fields.get(AddressField.CITY),
                    fields.get(AddressField.POSTCODE),
                    ((Exact) fields.get(AddressField.COUNTRY_ID)).text(),
                    region == null ? BigDecimal.ZERO : region,
                    fields.get(AddressField.REGION),
                    fields.get(AddressField.REGION_CODE),
                    fields.get(AddressField.TELEPHONE),
                    fields.get(AddressField.FAX),
                    fields.get(AddressField.VAT_ID),
                    billing,
                    shipping,
                    NOW,
                    NOW,
                    json.toString()));
            customer.addresses().add(new World.AddressOf(fields, values, billing, shipping));
        }
    }

    private void newsletter(World.Customer customer) {
        for (SiteFixture site : sites) {
            if (chance(40)) {
                int status = 1 + random.nextInt(3);
                String email = "rule-" + customer.id() + "@example.com";
                database.run(SqlFragment.of(
                        "insert into newsletter_subscriber (website_id, store_id, customer_id, email, email_key, status,"
                                + " unsubscribe_tokens, created_at, changed_at) values (?, ?, ?, ?, ?, ?, '{}', ?, ?)",
                        site.website(),
                        site.view(),
                        customer.id(),
                        email,
                        email,
                        status,
                        NOW,
                        NOW));
                customer.newsletter().put(site.website(), status == 1);
            }
        }
    }

    private void balances(World.Customer customer) {
        for (int website : websites()) {
            for (String kind : List.of("store_credit", "reward")) {
                if (chance(30)) {
                    BigDecimal amount = amount();
                    database.run(SqlFragment.of(
                            "insert into balance (customer_id, website_id, kind, amount, as_of) values (?, ?, ?, ?, ?)",
                            customer.id(),
                            website,
                            kind,
                            amount,
                            NOW));
                    customer.balances().add(new World.Balance(website, kind, amount));
                }
            }
        }
    }

    private void order(long customer) {
        int website = website();
        Map<OrderField, Object> fields = new EnumMap<>(OrderField.class);
        for (OrderField each : List.of(
                OrderField.GRAND_TOTAL,
                OrderField.BASE_TOTAL,
                OrderField.SUBTOTAL,
                OrderField.TAX,
                OrderField.SHIPPING,
                OrderField.DISCOUNT,
                OrderField.REFUNDED)) {
            fields.put(each, chance(20) ? new BigDecimal("10.0500") : amount());
        }
        String status = oneOf(STATUSES);
        String currency = oneOf(STATUSES.subList(0, 2));
        Instant placed = moment();
        fields.put(OrderField.STATUS, new Exact(status));
        fields.put(OrderField.CURRENCY, new Exact(currency));
        put(fields, OrderField.COUPON_CODE, text());
        fields.put(OrderField.WEBSITE_ID, BigDecimal.valueOf(website));
        fields.put(OrderField.PLACED_AT, placed);
        fields.put(OrderField.IS_CANCELLED, status.equals("canceled"));
        Map<AddressField, Object> billing = chance(70) ? address() : null;
        Map<AddressField, Object> shipping = chance(70) ? address() : null;
        Map<AddressField, Object> deciding = shipping == null ? billing : shipping;
        put(fields, OrderField.COUNTRY_ID, deciding == null ? null : deciding.get(AddressField.COUNTRY_ID));
        List<World.Line> lines = new ArrayList<>();
        BigDecimal qty = BigDecimal.ZERO;
        for (int n = random.nextInt(4); n > 0; n--) {
            World.Line line = new World.Line(
                    oneOf(skus),
                    chance(20) ? null : oneOf(TEXTS),
                    BigDecimal.valueOf(random.nextInt(4) - 1),
                    amount(),
                    amount(),
                    categories());
            lines.add(line);
            qty = qty.add(line.qty());
        }
        fields.put(OrderField.TOTAL_QTY, qty);
        long id = inserted(
                "insert into sales_order (external_id, website_id, customer_id, status, cancelled, placed_at, changed_at, currency,"
                        + " subtotal, tax, shipping, discount, grand_total, refunded, base_total, total_qty, coupon_code,"
                        + " billing_address, shipping_address, received_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) returning id",
                run + "-" + world.orders().size(),
                website,
                customer,
                status,
                status.equals("canceled"),
                placed,
                placed,
                currency,
                fields.get(OrderField.SUBTOTAL),
                fields.get(OrderField.TAX),
                fields.get(OrderField.SHIPPING),
                fields.get(OrderField.DISCOUNT),
                fields.get(OrderField.GRAND_TOTAL),
                fields.get(OrderField.REFUNDED),
                fields.get(OrderField.BASE_TOTAL),
                qty,
                fields.get(OrderField.COUPON_CODE),
                json(billing),
                json(shipping),
                placed);
        int place = 0;
        for (World.Line line : lines) {
            database.run(SqlFragment.of(
                    "insert into sales_order_line (order_id, line, sku, sku_key, name, qty, unit_price, row_total, category_ids)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::integer[])",
                    id,
                    place++,
                    line.sku(),
                    Fold.key(line.sku()),
                    line.name(),
                    line.qty(),
                    line.price(),
                    line.total(),
                    array(line.categories())));
        }
        world.orders().add(new World.Order(customer, website, placed, fields, billing, shipping, lines));
    }

    private static @Nullable String json(@Nullable Map<AddressField, Object> address) {
        if (address == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        address.forEach((field, value) -> {
            String key = field.word();
            switch (value) {
                case Exact(String text) -> json.put(key, text);
                case BigDecimal number -> json.put(key, number);
                case String text
                when field == AddressField.STREET -> {
                    ArrayNode lines = json.putArray(key);
                    Stream.of(text.split("\n", -1)).forEach(lines::add);
                }
                default -> json.put(key, (String) value);
            }
        });
        return json.toString();
    }

    /** It is switched off, so that nobody but the test writes its members. */
    private void segment(int i) {
        long id = inserted(
                "insert into segment (name, name_key, description, is_active, apply_to, mode, rule, rule_text, reads, version,"
                        + " member_version, created_at, updated_at) values (?, ?, '', false, 'registered', 'second', '{}', '', 0, 1, 1,"
                        + " ?, ?) returning id",
                run + i,
                run + i,
                NOW,
                NOW);
        segments.add(id);
        world.customers().stream().filter(each -> chance(40)).forEach(each -> {
            database.run(SqlFragment.of(
                    "insert into segment_member (segment_id, customer_id, entered_at) values (?, ?, ?)",
                    id,
                    each.id(),
                    NOW));
            world.members().add(new World.Member(id, each.id()));
        });
    }

    private void visitor() {
        SiteFixture site = oneOf(sites);
        long id = inserted(
                "insert into visitor (token_hash, website_id, created_at, seen_at) values (decode(md5(?), 'hex'), ?, ?, ?) returning id",
                run + world.visitors().size(),
                site.website(),
                NOW,
                // Who was seen long ago is forgotten while a long test runs.
                Instant.now());
        world.visitors().add(new World.Visitor(id, site.website()));
        for (int n = random.nextInt(3); n > 0; n--) {
            cart(null, id, website());
        }
        for (int n = random.nextInt(5); n > 0; n--) {
            view(null, id, website());
        }
    }

    private void cart(@Nullable Long customer, @Nullable Long visitor, int website) {
        Map<Condition.CartMeasure, BigDecimal> sums = new EnumMap<>(Condition.CartMeasure.class);
        for (Condition.CartMeasure each : Condition.CartMeasure.values()) {
            sums.put(each, chance(20) ? new BigDecimal("10.0500") : amount());
        }
        List<String> items =
                Stream.generate(() -> oneOf(skus)).limit(random.nextInt(4)).toList();
        sums.put(Condition.CartMeasure.LINES, BigDecimal.valueOf(items.size()));
        boolean active = chance(70);
        long id = inserted(
                "insert into cart (external_id, website_id, customer_id, visitor_id, is_active, changed_at, subtotal, tax, shipping,"
                        + " store_credit_used, gift_card_used, grand_total, lines_count, total_qty)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                run + "-" + world.carts().size(),
                website,
                customer,
                visitor,
                active,
                NOW,
                sums.get(Condition.CartMeasure.SUBTOTAL),
                sums.get(Condition.CartMeasure.TAX),
                sums.get(Condition.CartMeasure.SHIPPING),
                sums.get(Condition.CartMeasure.STORE_CREDIT_USED),
                sums.get(Condition.CartMeasure.GIFT_CARD_USED),
                sums.get(Condition.CartMeasure.GRAND_TOTAL),
                items.size(),
                sums.get(Condition.CartMeasure.QTY));
        int place = 0;
        for (String sku : items) {
            database.run(SqlFragment.of(
                    "insert into cart_item (cart_id, line, sku, sku_key, qty, row_total) values (?, ?, ?, ?, 1, 1)",
                    id,
                    place++,
                    sku,
                    Fold.key(sku)));
        }
        world.carts().add(new World.CartOf(customer, visitor, website, active, sums, items));
    }

    private void view(@Nullable Long customer, @Nullable Long visitor, int website) {
        String sku = oneOf(skus);
        Instant at = moment();
        database.run(SqlFragment.of(
                "insert into product_view (website_id, customer_id, visitor_id, sku, sku_key, viewed_at) values (?, ?, ?, ?, ?, ?)",
                website,
                customer,
                visitor,
                sku,
                Fold.key(sku),
                at));
        world.views().add(new World.View(customer, visitor, website, sku, at));
    }

    private void wishlist(long customer) {
        List<String> items =
                Stream.generate(() -> oneOf(skus)).limit(random.nextInt(3)).toList();
        long id = inserted(
                "insert into wishlist (external_id, customer_id, changed_at) values (?, ?, ?) returning id",
                run + "-" + world.wishes().size(),
                customer,
                NOW);
        int place = 0;
        for (String sku : items) {
            database.run(SqlFragment.of(
                    "insert into wishlist_item (wishlist_id, line, sku, sku_key, qty, added_at) values (?, ?, ?, ?, 1, ?)",
                    id,
                    place++,
                    sku,
                    Fold.key(sku),
                    NOW));
        }
        world.wishes().add(new World.Wish(customer, items));
    }
}
