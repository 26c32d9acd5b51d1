package io.clientele.segment.rule;

import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Period;
import io.clientele.segment.rule.tree.Condition.Tests;
import io.clientele.segment.rule.tree.LineField;
import io.clientele.segment.rule.tree.ProductField;
import io.clientele.segment.rule.tree.ProfileField;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is known of a rule without judging anybody by it. */
final class RuleFacts {

    private static final Set<String> PRODUCT_FIELDS = Set.of(
            ProductField.NAME.word(),
            ProductField.TYPE_ID.word(),
            ProductField.ATTRIBUTE_SET_ID.word(),
            ProductField.CATEGORY_ID.word(),
            ProductField.PRICE.word());

    private RuleFacts() {}

    static Set<FactKind> reads(Condition root) {
        Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        all(root).forEach(condition -> add(kinds, condition));
        return kinds;
    }

    static Set<Long> segments(Condition root) {
        Set<Long> segments = new HashSet<>();
        all(root).forEach(condition -> {
            if (condition instanceof Condition.InSegment in) {
                segments.add(in.segmentId());
            }
        });
        return segments;
    }

    static boolean movesWithTime(Condition root) {
        return all(root).anyMatch(condition -> switch (condition) {
            case Condition.Profile profile -> movesWithTime(profile.field());
            case Condition.ProductHistory history -> moves(history.period());
            case Condition.Orders orders -> moves(orders.period());
            case Condition.OrderAddress address -> moves(address.period());
            case Condition.Rank rank -> moves(rank.period());
            case Condition.OrderDate date -> ConditionProperties.isOfDays(date.operator());
            default -> false;
        });
    }

    static boolean comparesCustomers(Condition root) {
        return all(root).anyMatch(Condition.Rank.class::isInstance);
    }

    /** The condition and all that stand in it. */
    static Stream<Condition> all(Condition condition) {
        return condition instanceof Condition.Combine combine
                ? Stream.concat(
                        Stream.of(condition), combine.conditions().stream().flatMap(RuleFacts::all))
                : Stream.of(condition);
    }

    private static void add(Set<FactKind> kinds, Condition condition) {
        switch (condition) {
            case Condition.Combine combine -> {}
            case Condition.Profile profile -> kinds.add(kind(profile.field()));
            case Condition.Addresses addresses -> kinds.add(FactKind.ADDRESS);
            case Condition.InSegment segment -> kinds.add(FactKind.SEGMENT);
            case Condition.Cart cart -> kinds.add(FactKind.CART);
            case Condition.ProductList list -> {
                kinds.add(list.list() == Condition.ListKind.CART ? FactKind.CART : FactKind.WISHLIST);
                addProduct(kinds, list.tests(), RuleFacts::isOfProduct);
            }
            case Condition.ProductHistory history -> {
                kinds.add(history.kind() == Condition.HistoryKind.VIEWED ? FactKind.VIEW : FactKind.ORDER);
                addProduct(kinds, history.tests(), RuleFacts::isOfProduct);
            }
            case Condition.Orders orders -> {
                kinds.add(FactKind.ORDER);
                addProduct(
                        kinds,
                        orders.tests(),
                        field -> field.attribute() || field.name().equals(LineField.TYPE_ID.word()));
            }
            case Condition.OrderAddress address -> kinds.add(FactKind.ORDER);
            case Condition.OrderDate date -> kinds.add(FactKind.ORDER);
            case Condition.Rank rank -> kinds.add(FactKind.ORDER);
        }
    }

    private static void addProduct(Set<FactKind> kinds, Tests tests, Predicate<Condition.Field> isOfProduct) {
        if (tests.tests().stream().map(Condition.Test::field).anyMatch(isOfProduct)) {
            kinds.add(FactKind.PRODUCT);
        }
    }

    private static boolean isOfProduct(Condition.Field field) {
        return field.attribute() || PRODUCT_FIELDS.contains(field.name());
    }

    private static FactKind kind(Condition.Field field) {
        if (field.attribute()) {
            return FactKind.PROFILE;
        }
        return switch (ProfileField.named(field.name()).orElseThrow()) {
            case NEWSLETTER -> FactKind.NEWSLETTER;
            case STORE_CREDIT, REWARD_POINTS -> FactKind.BALANCE;
            default -> FactKind.PROFILE;
        };
    }

    private static boolean movesWithTime(Condition.Field field) {
        return !field.attribute()
                && switch (ProfileField.named(field.name()).orElseThrow()) {
                    case BIRTHDAY_IN_DAYS, AGE_YEARS, DAYS_SINCE_REGISTRATION -> true;
                    default -> false;
                };
    }

    private static boolean moves(Period period) {
        return period instanceof Period.LastDays || period instanceof Period.DaysAgo;
    }
}
