package io.clientele.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segment.rule.World.AddressOf;
import io.clientele.segment.rule.World.Customer;
import io.clientele.segment.rule.World.Exact;
import io.clientele.segment.rule.World.Line;
import io.clientele.segment.rule.World.Order;
import io.clientele.segment.rule.World.Product;
import io.clientele.segment.rule.sql.RuleScope;
import io.clientele.segment.rule.tree.AddressField;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Aggregator;
import io.clientele.segment.rule.tree.Condition.Operand;
import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.segment.rule.tree.Condition.Test;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.LineField;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.OrderField;
import io.clientele.segment.rule.tree.ProductField;
import io.clientele.segment.rule.tree.ProfileField;
import io.clientele.segment.rule.tree.Rule;
import io.clientele.shared.Fold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evaluates rules one person and one condition at a time, with nothing in mind but what they mean. */
final class Naive {

    private final World world;
    private final Set<Integer> websites;
    private final Instant at;
    private final Map<Condition, Map<Long, Boolean>> ranks = new HashMap<>();

    Naive(World world, RuleScope scope) {
        this.world = world;
        this.websites = scope.websiteIds();
        this.at = scope.at().truncatedTo(ChronoUnit.MICROS);
    }

    boolean fits(Rule rule, Customer customer) {
        return websites.contains(customer.website()) && fits(rule.root(), customer);
    }

    boolean fits(Rule rule, World.Visitor visitor) {
        return websites.contains(visitor.website())
                && visitor(rule.root(), visitor).orElse(false);
    }

    private ZoneId zone(int website) {
        return ZoneId.of(world.zones().get(website));
    }

    private LocalDate today(int website) {
        return LocalDate.ofInstant(at, zone(website));
    }

    // --- Combinations
    // -------------------------------------------------------------------------------------------------

    private boolean fits(Condition condition, Customer c) {
        return switch (condition) {
            case Condition.Combine combine -> {
                Predicate<Condition> comesOut = each -> fits(each, c) == combine.value();
                yield combine.aggregator() == Aggregator.ALL
                        ? combine.conditions().stream().allMatch(comesOut)
                        : combine.conditions().stream().anyMatch(comesOut);
            }
            case Condition.Profile profile -> profile(profile, c);
            case Condition.Addresses addresses ->
                addresses.exists()
                        == c.addresses().stream()
                                .filter(address -> switch (addresses.kind()) {
                                    case ANY -> true;
                                    case DEFAULT_BILLING -> address.billing();
                                    case DEFAULT_SHIPPING -> address.shipping();
                                })
                                .anyMatch(address -> all(addresses.tests(), test -> address(test, address, c)));
            case Condition.Cart cart -> cart(cart, c.id(), null, c.website());
            case Condition.ProductList list -> list(list, c.id(), null, c.website());
            case Condition.ProductHistory history -> history(history, c.id(), null, c.website());
            case Condition.Orders orders -> orders(orders, c);
            case Condition.OrderAddress address ->
                address.exists()
                        == counted(c, address.period(), address.statuses()).stream()
                                .anyMatch(order -> switch (address.kind()) {
                                    case BILLING -> object(address.tests(), order.billing(), c);
                                    case SHIPPING -> object(address.tests(), order.shipping(), c);
                                    case ANY ->
                                        object(address.tests(), order.billing(), c)
                                                || object(address.tests(), order.shipping(), c);
                                });
            case Condition.OrderDate date -> orderDate(date, c);
            case Condition.Rank rank ->
                ranks.computeIfAbsent(rank, each -> ranked(rank)).getOrDefault(c.id(), false);
            case Condition.InSegment segment ->
                segment.in() == world.members().contains(new World.Member(segment.segmentId(), c.id()));
        };
    }

    /** Empty for what visitors are not judged by. */
    private Optional<Boolean> visitor(Condition condition, World.Visitor v) {
        return switch (condition) {
            case Condition.Combine combine
            when combine.conditions().isEmpty() -> Optional.of(combine.aggregator() == Aggregator.ALL);
            case Condition.Combine combine -> {
                List<Boolean> outcomes = combine.conditions().stream()
                        .flatMap(each -> visitor(each, v).stream())
                        .map(each -> each == combine.value())
                        .toList();
                yield outcomes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                combine.aggregator() == Aggregator.ALL
                                        ? !outcomes.contains(false)
                                        : outcomes.contains(true));
            }
            case Condition.Cart cart ->
                switch (cart.measure()) {
                    case SUBTOTAL, LINES, QTY -> Optional.of(cart(cart, null, v.id(), v.website()));
                    default -> Optional.empty();
                };
            case Condition.ProductList list ->
                list.list() == Condition.ListKind.CART
                        ? Optional.of(list(list, null, v.id(), v.website()))
                        : Optional.empty();
            case Condition.ProductHistory history -> Optional.of(history(history, null, v.id(), v.website()));
            default -> Optional.empty();
        };
    }

    private static boolean all(Tests tests, Predicate<Test> test) {
        Predicate<Test> comesOut = each -> test.test(each) == tests.value();
        return tests.aggregator() == Aggregator.ALL
                ? tests.tests().stream().allMatch(comesOut)
                : tests.tests().stream().anyMatch(comesOut);
    }

    // --- Conditions
    // ---------------------------------------------------------------------------------------------------

    private boolean profile(Condition.Profile condition, Customer c) {
        if (condition.field().attribute()) {
            return value(
                    c.attributes().get(condition.field().name()),
                    condition.operator(),
                    condition.operand(),
                    c.website());
        }
        ProfileField field = ProfileField.named(condition.field().name()).orElseThrow();
        LocalDate today = today(c.website());
        LocalDate dob = (LocalDate) c.fields().get(ProfileField.DOB);
        Object value = switch (field) {
            case NEWSLETTER ->
                c.newsletter().entrySet().stream()
                        .anyMatch(each -> each.getValue() && websites.contains(each.getKey()));
            case STORE_CREDIT -> balance(c, "store_credit");
            case REWARD_POINTS -> balance(c, "reward");
            case BIRTHDAY_IN_DAYS -> dob == null ? null : BigDecimal.valueOf(untilBirthday(dob, today));
            case AGE_YEARS -> dob == null ? null : BigDecimal.valueOf(age(dob, today));
            case DAYS_SINCE_REGISTRATION ->
                BigDecimal.valueOf(ChronoUnit.DAYS.between(
                        LocalDate.ofInstant((Instant) c.fields().get(ProfileField.CREATED_AT), zone(c.website())),
                        today));
            default -> c.fields().get(field);
        };
        return value(value, condition.operator(), condition.operand(), c.website());
    }

    private static long untilBirthday(LocalDate dob, LocalDate today) {
        for (int days = 0; ; days++) {
            LocalDate day = today.plusDays(days);
            if (dob.plusYears(day.getYear() - dob.getYear()).equals(day)) {
                return days;
            }
        }
    }

    private static long age(LocalDate dob, LocalDate today) {
        int years = today.getYear() - dob.getYear();
        return dob.plusYears(years).isAfter(today) ? years - 1L : years;
    }

    private BigDecimal balance(Customer c, String kind) {
        return c.balances().stream()
                .filter(each -> each.kind().equals(kind) && websites.contains(each.website()))
                .map(World.Balance::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean address(Test test, AddressOf address, Customer c) {
        Object value = test.field().attribute()
                ? address.attributes().get(test.field().name())
                : address.fields().get(AddressField.named(test.field().name()).orElseThrow());
        return value(value, test.operator(), test.operand(), c.website());
    }

    private boolean object(Tests tests, @Nullable Map<AddressField, Object> address, Customer c) {
        return address != null
                && all(
                        tests,
                        test -> value(
                                address.get(
                                        AddressField.named(test.field().name()).orElseThrow()),
                                test.operator(),
                                test.operand(),
                                c.website()));
    }

    private boolean cart(Condition.Cart condition, @Nullable Long customer, @Nullable Long visitor, int website) {
        BigDecimal sum = carts(customer, visitor)
                .map(cart -> cart.sums().get(condition.measure()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return value(sum, condition.operator(), condition.operand(), website);
    }

    private java.util.stream.Stream<World.CartOf> carts(@Nullable Long customer, @Nullable Long visitor) {
        return world.carts().stream()
                .filter(cart -> cart.active() && websites.contains(cart.website()))
                .filter(cart -> Objects.equals(cart.customer(), customer) && Objects.equals(cart.visitor(), visitor));
    }

    private boolean list(
            Condition.ProductList condition, @Nullable Long customer, @Nullable Long visitor, int website) {
        boolean found = switch (condition.list()) {
            case CART ->
                carts(customer, visitor)
                        .anyMatch(cart -> cart.skus().stream()
                                .anyMatch(sku ->
                                        all(condition.tests(), test -> product(test, sku, cart.website(), website))));
            case WISHLIST ->
                world.wishes().stream()
                        .filter(wish -> customer != null && wish.customer() == customer)
                        .flatMap(wish -> wish.skus().stream())
                        .anyMatch(sku -> all(condition.tests(), test -> product(test, sku, website, website)));
        };
        return found == condition.found();
    }

    private boolean history(
            Condition.ProductHistory condition, @Nullable Long customer, @Nullable Long visitor, int website) {
        boolean found = switch (condition.kind()) {
            case VIEWED ->
                world.views().stream()
                        .filter(view -> websites.contains(view.website()))
                        .filter(view ->
                                Objects.equals(view.customer(), customer) && Objects.equals(view.visitor(), visitor))
                        .filter(view -> in(condition.period(), view.at(), website))
                        .anyMatch(view ->
                                all(condition.tests(), test -> product(test, view.sku(), view.website(), website)));
            case ORDERED ->
                world.orders().stream()
                        .filter(order -> customer != null && customer.equals(order.customer()))
                        .filter(order -> !order.cancelled() && websites.contains(order.website()))
                        .filter(order -> in(condition.period(), order.placed(), website))
                        .anyMatch(order -> order.lines().stream()
                                .anyMatch(line -> all(
                                        condition.tests(),
                                        test -> product(test, line.sku(), order.website(), website))));
        };
        return found == condition.found();
    }

    private boolean product(Test test, String sku, int priceWebsite, int website) {
        @Nullable Product product = world.products().get(Fold.key(sku));
        Object value;
        if (test.field().attribute()) {
            value = product == null ? null : product.attribute(test.field().name());
        } else {
            value = switch (ProductField.named(test.field().name()).orElseThrow()) {
                case SKU -> sku;
                case NAME -> product == null ? null : product.name();
                case TYPE_ID -> product == null ? null : product.type();
                case ATTRIBUTE_SET_ID ->
                    product == null || product.attributeSet() == null
                            ? null
                            : BigDecimal.valueOf(product.attributeSet());
                case CATEGORY_ID -> product == null ? null : product.categories();
                case PRICE ->
                    product == null
                            ? null
                            : product.prices()
                                    .getOrDefault(priceWebsite, product.prices().get(0));
            };
        }
        return value(value, test.operator(), test.operand(), website);
    }

    // --- Orders
    // -------------------------------------------------------------------------------------------------------

    private List<Order> counted(Customer c, Period period, List<String> statuses) {
        return world.orders().stream()
                .filter(order -> Objects.equals(order.customer(), c.id()) && websites.contains(order.website()))
                .filter(order -> statuses.isEmpty() ? !order.cancelled() : statuses.contains(order.status()))
                .filter(order -> in(period, order.placed(), c.website()))
                .toList();
    }

    private boolean in(Period period, Instant t, int website) {
        ZoneId zone = zone(website);
        return switch (period) {
            case Period.Always() -> true;
            case Period.LastDays(int days) -> !t.isBefore(ago(days, zone)) && t.isBefore(at);
            case Period.DaysAgo(int from, int to) -> !t.isBefore(ago(from, zone)) && t.isBefore(ago(to, zone));
            case Period.Between between -> {
                LocalDate day = LocalDate.ofInstant(t, zone);
                yield (between.from() == null || !day.isBefore(between.from()))
                        && (between.to() == null || !day.isAfter(between.to()));
            }
        };
    }

    private Instant ago(int days, ZoneId zone) {
        return days == 0
                ? at
                : LocalDateTime.ofInstant(at, zone).minusDays(days).atZone(zone).toInstant();
    }

    private boolean orders(Condition.Orders condition, Customer c) {
        List<Order> orders = counted(c, condition.period(), condition.statuses()).stream()
                .filter(order -> tested(condition.tests(), order, c))
                .toList();
        return value(
                measure(condition.measure(), orders, c.website()),
                condition.operator(),
                condition.operand(),
                c.website());
    }

    private boolean tested(Tests tests, Order order, Customer c) {
        List<Test> own = new ArrayList<>();
        List<Test> ofLine = new ArrayList<>();
        tests.tests()
                .forEach(test -> (!test.field().attribute()
                                        && OrderField.named(test.field().name()).isPresent()
                                ? own
                                : ofLine)
                        .add(test));
        boolean ownOutcome = all(new Tests(tests.aggregator(), tests.value(), own), test -> order(test, order, c));
        boolean lineOutcome = order.lines().stream()
                .anyMatch(line ->
                        all(new Tests(tests.aggregator(), tests.value(), ofLine), test -> line(test, line, order, c)));
        if (own.isEmpty() || ofLine.isEmpty()) {
            return ofLine.isEmpty() ? ownOutcome : lineOutcome;
        }
        return tests.aggregator() == Aggregator.ALL ? ownOutcome && lineOutcome : ownOutcome || lineOutcome;
    }

    private boolean order(Test test, Order order, Customer c) {
        Object value = order.fields().get(OrderField.named(test.field().name()).orElseThrow());
        return value(value, test.operator(), test.operand(), c.website());
    }

    private boolean line(Test test, Line line, Order order, Customer c) {
        if (test.field().attribute()) {
            return product(test, line.sku(), order.website(), c.website());
        }
        Object value = switch (LineField.named(test.field().name()).orElseThrow()) {
            case SKU -> line.sku();
            case NAME -> line.name();
            case TYPE_ID -> {
                Product product = world.products().get(Fold.key(line.sku()));
                yield product == null ? null : product.type();
            }
            case CATEGORY_ID -> line.categories();
            case QTY -> line.qty();
            case UNIT_PRICE -> line.price();
            case ROW_TOTAL -> line.total();
        };
        return value(value, test.operator(), test.operand(), c.website());
    }

    /** A quotient that no operand is equal to but by chance of rounding is kept with many digits. */
    private @Nullable BigDecimal measure(Condition.OrderMeasure measure, List<Order> orders, int website) {
        BigDecimal count = BigDecimal.valueOf(orders.size());
        List<Instant> placed = orders.stream().map(Order::placed).sorted().toList();
        return switch (measure) {
            case COUNT -> count;
            case TOTAL -> orders.stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add);
            case QTY -> orders.stream().map(Order::qty).reduce(BigDecimal.ZERO, BigDecimal::add);
            case AVERAGE -> divided(measure(Condition.OrderMeasure.TOTAL, orders, website), count);
            case AVERAGE_QTY -> divided(measure(Condition.OrderMeasure.QTY, orders, website), count);
            case MIN ->
                orders.stream().map(Order::total).min(Comparator.naturalOrder()).orElse(null);
            case MAX ->
                orders.stream().map(Order::total).max(Comparator.naturalOrder()).orElse(null);
            case DISTINCT_SKUS ->
                BigDecimal.valueOf(orders.stream()
                        .flatMap(order -> order.lines().stream())
                        .map(line -> Fold.key(line.sku()))
                        .distinct()
                        .count());
            case DISTINCT_DAYS ->
                BigDecimal.valueOf(placed.stream()
                        .map(each -> LocalDate.ofInstant(each, zone(website)))
                        .distinct()
                        .count());
            case MEAN_GAP_DAYS ->
                placed.size() < 2
                        ? null
                        : divided(
                                new BigDecimal(Duration.between(placed.getFirst(), placed.getLast())
                                                .toNanos())
                                        .movePointLeft(9),
                                BigDecimal.valueOf(86_400L * (placed.size() - 1)));
            case RECENCY ->
                placed.isEmpty()
                        ? null
                        : BigDecimal.valueOf(ChronoUnit.DAYS.between(
                                LocalDate.ofInstant(placed.getLast(), zone(website)), today(website)));
        };
    }

    private static @Nullable BigDecimal divided(@Nullable BigDecimal dividend, BigDecimal divisor) {
        return dividend == null || divisor.signum() == 0 ? null : dividend.divide(divisor, 40, RoundingMode.HALF_UP);
    }

    private boolean orderDate(Condition.OrderDate condition, Customer c) {
        List<Instant> placed = counted(c, new Period.Always(), condition.statuses()).stream()
                .map(Order::placed)
                .sorted()
                .toList();
        if (placed.isEmpty()) {
            return false;
        }
        Instant t = condition.which() == Condition.Which.FIRST ? placed.getFirst() : placed.getLast();
        LocalDate day = LocalDate.ofInstant(t, zone(c.website()));
        return switch (condition.operator()) {
            case BEFORE -> day.isBefore(((Operand.Day) condition.operand()).day());
            case AFTER -> day.isAfter(((Operand.Day) condition.operand()).day());
            case OLDER_THAN_DAYS -> t.isBefore(ago(number(condition.operand()).intValueExact(), zone(c.website())));
            case WITHIN_DAYS ->
                in(new Period.LastDays(number(condition.operand()).intValueExact()), t, c.website());
        };
    }

    private Map<Long, Boolean> ranked(Condition.Rank rank) {
        record Placed(Customer customer, @Nullable BigDecimal measure) {}
        Map<Long, Boolean> outcome = new HashMap<>();
        Map<Integer, List<Placed>> websitesOf = world.customers().stream()
                .filter(each -> websites.contains(each.website()))
                .filter(each -> !counted(each, rank.period(), List.of()).isEmpty())
                .map(each -> new Placed(
                        each, measure(rank.measure(), counted(each, rank.period(), List.of()), each.website())))
                .collect(Collectors.groupingBy(each -> each.customer().website()));
        boolean fewFirst = rank.measure() == Condition.OrderMeasure.RECENCY;
        boolean worstFirst = rank.kind() == Condition.RankKind.BOTTOM_PERCENT;
        Comparator<BigDecimal> order = fewFirst == worstFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        websitesOf.values().forEach(people -> {
            List<Placed> places = people.stream()
                    .sorted(Comparator.comparing(Placed::measure, Comparator.nullsLast(order))
                            .thenComparing(
                                    each -> each.customer().tie().getBytes(StandardCharsets.UTF_8),
                                    Arrays::compareUnsigned))
                    .toList();
            BigDecimal n = BigDecimal.valueOf(places.size());
            for (int i = 0; i < places.size(); i++) {
                int place = i + 1;
                boolean fits = switch (rank.kind()) {
                    case TOP_PERCENT, BOTTOM_PERCENT ->
                        place <= ceiling(n.multiply(rank.value()).movePointLeft(2));
                    case QUANTILE -> {
                        int part = 5;
                        while (place
                                > ceiling(n.multiply(BigDecimal.valueOf(6L - part))
                                        .divide(BigDecimal.valueOf(5)))) {
                            part--;
                        }
                        yield part == rank.value().intValueExact();
                    }
                };
                outcome.put(places.get(i).customer().id(), fits);
            }
        });
        return outcome;
    }

    private static int ceiling(BigDecimal number) {
        return number.setScale(0, RoundingMode.CEILING).intValueExact();
    }

    // --- Values
    // -------------------------------------------------------------------------------------------------------

    private static BigDecimal number(Operand operand) {
        return ((Operand.Decimal) operand).number();
    }

    private boolean value(@Nullable Object value, Operator operator, Operand operand, int website) {
        return switch (operator) {
            case IS_EMPTY -> empty(value) == ((Operand.Flag) operand).flag();
            case IS_NOT -> !positive(value, Operator.IS, operand, website);
            case DOES_NOT_CONTAIN -> !positive(value, Operator.CONTAINS, operand, website);
            case IS_NOT_ONE_OF -> !positive(value, Operator.IS_ONE_OF, operand, website);
            default -> positive(value, operator, operand, website);
        };
    }

    private static boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isEmpty();
            case Exact(String text) -> text.isEmpty();
            case Collection<?> many -> many.isEmpty();
            case JsonNode json ->
                json.isNull() || (json.isTextual() && json.asText().isEmpty()) || (json.isArray() && json.isEmpty());
            default -> false;
        };
    }

    private boolean positive(@Nullable Object value, Operator operator, Operand operand, int website) {
        if (value == null) {
            return false;
        }
        if (value instanceof JsonNode json) {
            List<JsonNode> elements = new ArrayList<>();
            if (json.isArray()) {
                json.forEach(elements::add);
            } else {
                elements.add(json);
            }
            return elements.stream().anyMatch(each -> element(each, operator, operand, website));
        }
        if (operator == Operator.IS_ONE_OF && operand instanceof Operand.Many(List<Operand> values)) {
            return values.stream()
                    .anyMatch(each ->
                            positive(value, value instanceof Set ? Operator.CONTAINS : Operator.IS, each, website));
        }
        if (operator == Operator.BETWEEN && operand instanceof Operand.Many(List<Operand> values)) {
            return positive(value, Operator.GREATER_OR_EQUAL, values.getFirst(), website)
                    && positive(value, Operator.LESS_OR_EQUAL, values.getLast(), website);
        }
        return switch (value) {
            case Set<?> set -> set.contains(((Operand.Text) operand).text());
            case List<?> ids ->
                ids.stream().anyMatch(id -> BigDecimal.valueOf((Integer) id).compareTo(number(operand)) == 0);
            case Boolean flag -> flag == ((Operand.Flag) operand).flag();
            case BigDecimal number -> ordered(number.compareTo(number(operand)), operator);
            case LocalDate day -> ordered(day.compareTo(((Operand.Day) operand).day()), operator);
            case Instant moment ->
                ordered(LocalDate.ofInstant(moment, zone(website)).compareTo(((Operand.Day) operand).day()), operator);
            case Exact(String text) -> text.equals(((Operand.Text) operand).text());
            case String text -> text(text, operator, ((Operand.Text) operand).text());
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private boolean element(JsonNode json, Operator operator, Operand operand, int website) {
        if (json.isNull()) {
            return false;
        }
        Operand type = operand instanceof Operand.Many(List<Operand> values) ? values.getFirst() : operand;
        if (operator == Operator.IS_ONE_OF && operand instanceof Operand.Many(List<Operand> values)) {
            return values.stream().anyMatch(each -> element(json, Operator.IS, each, website));
        }
        String text = json.isValueNode() ? json.asText() : json.toString();
        return switch (type) {
            case Operand.Decimal decimal ->
                text.matches("-?[0-9]+([.][0-9]+)?") && positive(new BigDecimal(text), operator, operand, website);
            case Operand.Flag(boolean flag) -> json.isBoolean() && json.booleanValue() == flag;
            default -> positive(text, operator, operand, website);
        };
    }

    private static boolean text(String value, Operator operator, String given) {
        String one = Fold.key(value);
        String other = Fold.key(given);
        return switch (operator) {
            case CONTAINS -> one.contains(other);
            case STARTS_WITH -> one.startsWith(other);
            default ->
                ordered(
                        Arrays.compareUnsigned(
                                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)),
                        operator);
        };
    }

    private static boolean ordered(int comparison, Operator operator) {
        return switch (operator) {
            case IS -> comparison == 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case GREATER -> comparison > 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case LESS -> comparison < 0;
            default -> throw new IllegalArgumentException(operator.word());
        };
    }
}
