package io.clientele.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.pricing.Decimals;
import io.clientele.pricing.Moments;
import io.clientele.pricing.Sku;
import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.shared.Storable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one fact and gathers what is wrong with them. What it answers for a wrong field is of no use but to
 * read on.
 */
final class FactFields {

    static final int LONGEST_ID = 64;
    static final int LONGEST_TEXT = 255;
    static final int LONGEST_STATUS = 32;

    private static final int MONEY_DIGITS = 14;
    private static final int QUANTITY_DIGITS = 8;
    private static final int DECIMALS = 4;

    private final String path;
    private final List<Refusal> errors;

    FactFields() {
        this("", new ArrayList<>());
    }

    private FactFields(String path, List<Refusal> errors) {
        this.path = path;
        this.errors = errors;
    }

    /** The fields of an object within the fact, named {@code lines[0].qty}. */
    FactFields within(String object) {
        return new FactFields(path + object + ".", errors);
    }

    /** @throws Refusal naming every field that is wrong */
    void demandNoErrors() {
        if (!errors.isEmpty()) {
            throw Refusal.all(errors);
        }
    }

    void wrong(String field, @Nullable Object value) {
        errors.add(Refusals.invalidValue(path + field, Decimals.named(String.valueOf(value))));
    }

    void refused(Refusal refusal) {
        errors.add(refusal);
    }

    /** What must be there. */
    <T> T given(String field, @Nullable T sent, T otherwise) {
        if (sent == null) {
            errors.add(Refusals.required(path + field));
            return otherwise;
        }
        return sent;
    }

    /** A text that must be there, without space around it. */
    String text(String field, @Nullable String sent, int most) {
        String text = textIfAny(field, sent, most);
        return text == null ? given(field, null, "") : text;
    }

    /** A text without space around it; null for a blank one. */
    @Nullable
    String textIfAny(String field, @Nullable String sent, int most) {
        String text = sent == null ? "" : sent.strip();
        if (!Storable.is(text)) {
            errors.add(Refusals.invalidValue(path + field, ""));
        } else if (text.codePointCount(0, text.length()) > most) {
            errors.add(Refusals.tooLong(path + field, most));
        }
        return text.isEmpty() ? null : text;
    }

    String sku(String field, @Nullable String sent) {
        String sku = sent == null ? "" : sent.strip();
        if (sku.isEmpty()) {
            return given(field, null, "");
        }
        if (!Sku.isValid(sku) || !Storable.is(sku)) {
            wrong(field, sku);
        }
        return sku;
    }

    /** An amount of money that must be there: fourteen digits before the point, rounded to four behind it. */
    BigDecimal amount(String field, @Nullable JsonNode sent) {
        return there(field, number(field, sent, MONEY_DIGITS));
    }

    /** A quantity that must be there: eight digits before the point, rounded to four behind it. */
    BigDecimal quantity(String field, @Nullable JsonNode sent) {
        return there(field, number(field, sent, QUANTITY_DIGITS));
    }

    private BigDecimal there(String field, @Nullable BigDecimal number) {
        return number == null ? given(field, null, BigDecimal.ZERO) : number;
    }

    /** An amount of money; zero for none. */
    BigDecimal amountOrNothing(String field, @Nullable JsonNode sent) {
        BigDecimal amount = number(field, sent, MONEY_DIGITS);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private @Nullable BigDecimal number(String field, @Nullable JsonNode sent, int digits) {
        String text = Decimals.text(sent);
        if (text == null) {
            return null;
        }
        BigDecimal number = Decimals.read(text, digits, DECIMALS).orElse(null);
        if (number == null) {
            wrong(field, text);
        }
        return number == null ? BigDecimal.ZERO : number;
    }

    /** An amount that is not less than nothing; null for none. */
    @Nullable
    BigDecimal positiveIfAny(String field, @Nullable JsonNode sent) {
        BigDecimal amount = number(field, sent, MONEY_DIGITS);
        if (amount != null && amount.signum() < 0) {
            wrong(field, Decimals.text(sent));
        }
        return amount;
    }

    /** A moment that must be there. */
    Instant moment(String field, @Nullable String sent) {
        Instant moment = momentIfAny(field, sent);
        return moment == null ? given(field, null, Instant.EPOCH) : moment;
    }

    /** A moment, to the microsecond; null for none. */
    @Nullable
    Instant momentIfAny(String field, @Nullable String sent) {
        if (sent == null || Moments.isNone(sent)) {
            return null;
        }
        Instant moment = Moments.exact(sent).orElse(null);
        if (moment == null) {
            wrong(field, sent);
        }
        return moment == null ? Instant.EPOCH : moment;
    }

    /** The list, or nothing of one that is longer than a fact may have. */
    <T> List<T> list(String field, @Nullable List<T> sent, int most) {
        List<T> list = sent == null ? List.of() : sent;
        if (list.size() > most) {
            errors.add(Refusals.tooManyItems(path + field, most));
            return List.of();
        }
        return list;
    }
}
