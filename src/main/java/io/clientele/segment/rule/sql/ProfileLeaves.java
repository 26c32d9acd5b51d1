package io.clientele.segment.rule.sql;

import io.clientele.attribute.AttributeOwner;
import io.clientele.segment.rule.sql.Value.Kind;
import io.clientele.segment.rule.tree.Condition;
import io.clientele.segment.rule.tree.Condition.Profile;
import io.clientele.segment.rule.tree.Operator;
import io.clientele.segment.rule.tree.ProfileField;
import io.clientele.shared.sql.SqlFragment;
import java.util.Locale;

/** Fields of customers, their newsletter and their balances. */
final class ProfileLeaves {

    private final Frame frame;
    private final AttributeColumns attributes;

    ProfileLeaves(Frame frame, AttributeColumns attributes) {
        this.frame = frame;
        this.attributes = attributes;
    }

    /** Whether the field stands in the row of the customer, or is made of what does. */
    static boolean readsCustomers(Condition.Field field) {
        return field.attribute()
                || switch (ProfileField.named(field.name()).orElseThrow()) {
                    case NEWSLETTER, STORE_CREDIT, REWARD_POINTS -> false;
                    default -> true;
                };
    }

    Leaf of(Profile condition, boolean required) {
        if (condition.field().attribute()) {
            return compared(
                    condition,
                    attributes.value(AttributeOwner.CUSTOMER, condition.field().name(), "p"));
        }
        ProfileField field = ProfileField.named(condition.field().name()).orElseThrow();
        String column = "p." + field.name().toLowerCase(Locale.ROOT);
        return switch (field) {
            case PREFIX, FIRSTNAME, MIDDLENAME, LASTNAME, SUFFIX, TAXVAT, EXTERNAL_ID ->
                compared(condition, Value.text(column));
            case EMAIL -> compared(condition, Value.of(Kind.FOLDED, "p.email_key"));
            case GENDER, GROUP_ID, WEBSITE_ID, STORE_ID -> compared(condition, Value.of(Kind.NUMBER, column));
            case DOB -> compared(condition, Value.of(Kind.DAY, column));
            case CREATED_AT -> compared(condition, Value.of(Kind.MOMENT, column));
            case IS_ACTIVE -> compared(condition, Value.of(Kind.FLAG, column));
            case IS_CONFIRMED -> compared(condition, Value.of(Kind.FLAG, "(p.confirmation is null)"));
            case IS_EMAIL_VERIFIED -> compared(condition, Value.of(Kind.FLAG, "(p.email_verified_at is not null)"));
            case NEWSLETTER -> newsletter(condition, required);
            case STORE_CREDIT -> balance(condition, "b.kind = 'store_credit'");
            case REWARD_POINTS -> balance(condition, "b.kind = 'reward'");
            case BIRTHDAY_IN_DAYS -> new ClockLeaves(frame).birthday(condition);
            case AGE_YEARS -> new ClockLeaves(frame).age(condition);
            case DAYS_SINCE_REGISTRATION -> new ClockLeaves(frame).sinceRegistration(condition);
        };
    }

    private Leaf compared(Profile condition, Value value) {
        return Leaf.fixed(
                Comparison.of(value, condition.operator(), condition.operand(), frame.scope()), value.shown());
    }

    private Leaf newsletter(Profile condition, boolean required) {
        Fit found = frame.found(
                "newsletter",
                required,
                () -> Facts.of(
                        "newsletter_subscriber n",
                        "n.customer_id",
                        SqlFragment.of("n.status = 1 and").then(frame.scope().counts("n.website_id"))));
        boolean flag = !(condition.operand() instanceof Condition.Operand.Flag given) || given.flag();
        Fit fit = condition.operator() == Operator.IS_EMPTY
                ? Fit.certain(SqlFragment.of("false")).in(flag)
                : found.in(flag != condition.operator().negates());
        return Leaf.fixed(fit, SqlFragment.of("coalesce(").then(found.sql()).then(", false)::text"));
    }

    private Leaf balance(Profile condition, String kind) {
        Aggregate balances = frame.sources()
                .aggregate(
                        frame.key(kind),
                        () -> Facts.of(
                                "balance b",
                                "b.customer_id",
                                SqlFragment.of(kind + " and").then(frame.scope().counts("b.website_id"))));
        return Leaves.sum(balances, "sum(b.amount)", condition.operator(), condition.operand(), frame);
    }
}
