package io.clientele.access;

import io.clientele.shared.AnswerHeaders;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.NetworkRange;
import io.clientele.shared.Refusal;
import io.clientele.store.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what one client address may get wrong, and what it may find out about accounts without signing in, over all
 * instances. What succeeds costs it nothing. Storefront servers, from which many shoppers call, are spared.
 *
 * <p>It counts outside the caller's transaction, so that what was counted stays when that is rolled back. Call it before
 * one begins: it needs a connection of its own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class AddressThrottle {

    private static final String SCOPE = "address";
    private static final int MOST = 1_000;
    /** Whoever has an IPv6 address has at least this much of the network, and so many addresses. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final RateWindowRepository windows;
    private final AccessAudit audit;
    private final CurrentCaller caller;
    private final AnswerHeaders headers;
    private final Settings settings;
    private final Clock clock;
    private final List<NetworkRange> spared;

    AddressThrottle(
            RateWindowRepository windows,
            AccessAudit audit,
            CurrentCaller caller,
            AnswerHeaders headers,
            Settings settings,
            Clock clock,
            AccessConfig config) {
        this.windows = windows;
        this.audit = audit;
        this.caller = caller;
        this.headers = headers;
        this.settings = settings;
        this.clock = clock;
        this.spared = NetworkRange.all(config.storefrontServers());
    }

    /**
     * Counts a request that tells a stranger something about accounts, whatever its outcome.
     *
     * @throws Refusal of kind TOO_MANY when the address has reached its limit
     */
    public void probe() {
        String subject = subject();
        if (subject != null) {
            var _ = count(subject);
        }
    }

    /**
     * Refuses an address that has reached its limit, and counts nothing. {@link #failed} goes with it.
     *
     * @throws Refusal of kind TOO_MANY when the address has reached its limit
     */
    public void check() {
        String subject = subject();
        if (subject != null) {
            windows.wait(limit(), subject, clock.instant()).ifPresent(this::refuse);
        }
    }

    /** Counts a guess that was wrong. Never refuses: the answer to the guess is the caller's to word. */
    public void failed() {
        String subject = subject();
        if (subject != null) {
            var _ = add(subject, clock.instant());
        }
    }

    /**
     * Makes an attempt that counts as a failure until it has succeeded, so that no burst gets more guesses through.
     *
     * @throws Refusal of kind TOO_MANY, and no attempt is made, when the address has reached its limit
     */
    public boolean attempt(BooleanSupplier attempt) {
        String subject = subject();
        if (subject == null) {
            return attempt.getAsBoolean();
        }
        Instant counted = count(subject);
        boolean answered = false;
        boolean right = false;
        try {
            right = attempt.getAsBoolean();
            answered = true;
        } finally {
            if (right || !answered) {
                windows.takeBack(limit(), subject, counted);
            }
        }
        return right;
    }

    private Instant count(String subject) {
        Instant at = clock.instant();
        if (!add(subject, at)) {
            refuse(windows.wait(limit(), subject, at).orElse(Duration.ZERO));
        }
        return at;
    }

    private boolean add(String subject, Instant at) {
        RateLimit limit = limit();
        Optional<RateWindowRepository.Fill> fill = windows.add(limit, subject, at);
        if (fill.isPresent() && fill.get().used() == limit.most()) {
            audit.addressThrottled(subject);
        }
        return fill.isPresent();
    }

    private void refuse(Duration wait) {
        limit().tell(headers, 0, wait);
        headers.put("Retry-After", Long.toString(RateLimit.seconds(wait)));
        throw AccessRefusals.tooMany();
    }

    private RateLimit limit() {
        int most = Math.clamp(settings.number(ThrottleSettings.ADDRESS_FAILURES), 1, MOST);
        int minutes = Math.max(1, settings.number(ThrottleSettings.ADDRESS_MINUTES));
        return new RateLimit(SCOPE, most, Duration.ofMinutes(minutes));
    }

    /** Whom to count for; null when nobody is counted. */
    private @Nullable String subject() {
        String address = caller.address();
        if (address.isEmpty()
                || settings.number(ThrottleSettings.ADDRESS_FAILURES) <= 0
                || NetworkRange.anyContains(spared, address)) {
            return null;
        }
        return network(address);
    }

    static String network(String address) {
        InetAddress literal;
        try {
            literal = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return address;
        }
        if (!(literal instanceof Inet6Address)) {
            return literal.getHostAddress();
        }
        byte[] network = Arrays.copyOf(Arrays.copyOf(literal.getAddress(), IPV6_NETWORK_BYTES), 16);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }
}
