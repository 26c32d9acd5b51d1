package io.clientele.activity;

import io.clientele.activity.OrderReport.Correction;
import io.clientele.activity.OrderReport.Statement;
import io.clientele.shared.Fold;
import io.clientele.shared.Refusals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as reports make it. Its status, its refunds and all the rest each go by the latest report of them; of two of the
 * same moment the one that comes last counts. So reports in any order make the same order.
 */
final class OrderState {

    private static final Set<String> CANCELLED = Set.of("canceled", "cancelled");
    private static final int DECIMALS = 4;

    /** What is less than that can be kept. */
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(16);

    final String externalId;
    final int websiteId;

    /** Its row; null for an order that is new. */
    final @Nullable Long id;

    /** The whole report that is to be written; null while the stored one stays. */
    @Nullable
    Statement statement;

    @Nullable
    Long customerId;

    private @Nullable String emailKey;
    private String currency;
    private BigDecimal baseRate;
    private BigDecimal grandTotal;
    private Instant statedAt;
    private String status;
    private Instant statusAt;
    private BigDecimal refunded;
    private @Nullable Instant refundedAt;
    private boolean changed;

    /** The order that is stored. */
    OrderState(StoredOrder stored) {
        id = stored.id();
        externalId = stored.externalId();
        websiteId = stored.websiteId();
        customerId = stored.customerId();
        emailKey = stored.emailKey();
        currency = stored.currency();
        baseRate = stored.baseRate();
        grandTotal = stored.grandTotal();
        statedAt = stored.statedAt();
        status = stored.status();
        statusAt = stored.statusAt();
        refunded = stored.refunded();
        refundedAt = stored.refundedAt();
    }

    /** A new order. */
    OrderState(Statement first, @Nullable Long customer, Instant moment) {
        id = null;
        externalId = first.externalId();
        websiteId = first.websiteId();
        statement = first;
        customerId = customer;
        emailKey = keyOf(first);
        currency = first.currency();
        baseRate = first.baseRate();
        grandTotal = first.amounts().grandTotal();
        statedAt = moment;
        status = first.status();
        statusAt = moment;
        refunded = first.refunded() == null ? BigDecimal.ZERO : first.refunded();
        refundedAt = first.refunded() == null ? null : moment;
        changed = true;
        demandFits("grand_total", grandTotal, refunded, baseRate);
    }

    /**
     * Takes over the whole report; false when nothing of it is newer than what is known.
     *
     * @throws io.clientele.shared.Refusal when the order comes to more than can be kept
     */
    boolean state(Statement report, @Nullable Long customer, Instant moment) {
        boolean newer = !moment.isBefore(statedAt);
        if (newer) {
            BigDecimal rate = currency.equals(report.currency()) ? baseRate : report.baseRate();
            demandFits(
                    "grand_total",
                    report.amounts().grandTotal(),
                    report.refunded() == null ? refunded : report.refunded(),
                    rate);
            // Who claimed the order keeps it while the shop says no more than the address.
            boolean sameGuest =
                    customer == null && !report.person().namesCustomer() && Objects.equals(emailKey, keyOf(report));
            statement = report;
            customerId = sameGuest ? customerId : customer;
            emailKey = keyOf(report);
            baseRate = rate;
            currency = report.currency();
            grandTotal = report.amounts().grandTotal();
            statedAt = moment;
        }
        boolean refunds = setRefunded(report.refunded(), moment);
        boolean becomes = setStatus(report.status(), moment);
        return note(newer) || becomes || refunds;
    }

    /**
     * Takes over the correction; false when nothing of it is newer than what is known.
     *
     * @throws io.clientele.shared.Refusal when the order comes to more than can be kept
     */
    boolean correct(Correction report, Instant moment) {
        boolean refunds = setRefunded(report.refunded(), moment);
        boolean becomes = setStatus(report.status(), moment);
        return becomes || refunds;
    }

    /**
     * Takes over what came before the order.
     *
     * @param dated whether the order said when it was changed; otherwise all that came before counts
     */
    void correct(EarlyCorrection early, boolean dated) {
        if (early.statusAt() != null && (!dated || !early.statusAt().isBefore(statusAt))) {
            status = Objects.requireNonNull(early.status());
            statusAt = early.statusAt();
        }
        Instant known = refundedAt;
        if (early.refunded() != null) {
            demandFits("refunded", grandTotal, early.refunded(), baseRate);
        }
        if (early.refundedAt() != null
                && (known == null || !dated || !early.refundedAt().isBefore(known))) {
            refunded = Objects.requireNonNull(early.refunded());
            refundedAt = early.refundedAt();
        }
    }

    private boolean setStatus(@Nullable String sent, Instant moment) {
        if (sent == null || moment.isBefore(statusAt)) {
            return false;
        }
        status = sent;
        statusAt = moment;
        return note(true);
    }

    private boolean setRefunded(@Nullable BigDecimal sent, Instant moment) {
        Instant known = refundedAt;
        if (sent == null || (known != null && moment.isBefore(known))) {
            return false;
        }
        demandFits("refunded", grandTotal, sent, baseRate);
        refunded = sent;
        refundedAt = moment;
        return note(true);
    }

    private boolean note(boolean change) {
        changed |= change;
        return change;
    }

    /** Whether anything is to be written. */
    boolean isChanged() {
        return changed;
    }

    boolean isCancelled() {
        return CANCELLED.contains(status.toLowerCase(Locale.ROOT));
    }

    /** What the shop keeps of the grand total, in the base currency of the website. */
    BigDecimal baseTotal() {
        return baseTotal(grandTotal, refunded, baseRate);
    }

    private static BigDecimal baseTotal(BigDecimal grandTotal, BigDecimal refunded, BigDecimal rate) {
        return grandTotal.subtract(refunded).multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static void demandFits(String field, BigDecimal grandTotal, BigDecimal refunded, BigDecimal rate) {
        if (baseTotal(grandTotal, refunded, rate).abs().compareTo(LIMIT) >= 0) {
            throw Refusals.invalidValue(field, field.equals("refunded") ? refunded : grandTotal);
        }
    }

    Instant changedAt() {
        Instant latest = statedAt.isBefore(statusAt) ? statusAt : statedAt;
        return refundedAt == null || refundedAt.isBefore(latest) ? latest : refundedAt;
    }

    BigDecimal baseRate() {
        return baseRate;
    }

    Instant statedAt() {
        return statedAt;
    }

    String status() {
        return status;
    }

    Instant statusAt() {
        return statusAt;
    }

    BigDecimal refunded() {
        return refunded;
    }

    @Nullable
    Instant refundedAt() {
        return refundedAt;
    }

    /** The report that is to be written whole. */
    Statement stated() {
        return Objects.requireNonNull(statement);
    }

    @Nullable
    String emailKey() {
        return emailKey;
    }

    private static @Nullable String keyOf(Statement report) {
        String email = report.person().email();
        return email == null ? null : Fold.key(email);
    }
}
