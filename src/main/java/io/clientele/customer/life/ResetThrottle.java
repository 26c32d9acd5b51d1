package io.clientele.customer.life;

import io.clientele.mail.Mails;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Fold;
import io.clientele.shared.Sha256;
import io.clientele.store.Settings;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Bounds how often a password reset can be asked for, whether anybody has the address or not. By address and e-mail, the
 * pause is that of one network address asking for one e-mail address, and the hourly number that of the e-mail address
 * from everywhere, so that neither a shared network shuts people out nor many of them fill a mailbox.
 */
@ApplicationScoped
class ResetThrottle {

    static final Duration WINDOW = Duration.ofHours(1);

    private static final int BY_ADDRESS_AND_EMAIL = 1;
    private static final int BY_ADDRESS = 2;
    private static final int BY_EMAIL = 3;

    private final ResetRequestRepository requests;
    private final Settings settings;
    private final CurrentCaller caller;
    private final Mails mails;
    private final Clock clock;

    @Inject
    ResetThrottle(ResetRequestRepository requests, Settings settings, CurrentCaller caller, Mails mails, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.caller = caller;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Counts a request of the caller's for the address.
     *
     * @throws io.clientele.shared.Refusal when there were too many, or the last one is not long ago
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void admit(String email, StoreView view) {
        String from = caller.address();
        String key = Fold.key(email.strip());
        Duration pause = Duration.ofMinutes(settings.number(LifeSettings.RESET_PAUSE, view));
        switch (settings.number(LifeSettings.RESET_PROTECTION, view)) {
            case BY_ADDRESS_AND_EMAIL -> {
                bound(hash("email", key), view, Duration.ZERO, most(view));
                bound(hash("both", from + " " + key), view, pause, 0);
            }
            case BY_ADDRESS -> bound(hash("address", from), view, pause, most(view));
            case BY_EMAIL -> bound(hash("email", key), view, pause, most(view));
            default -> {}
        }
    }

    /** Counts a request that an administrator makes for the address: only the hourly number bounds it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void admitAdministrator(String email, StoreView view) {
        if (settings.number(LifeSettings.RESET_PROTECTION, view) != 0) {
            bound(hash("email", Fold.key(email.strip())), view, Duration.ZERO, most(view));
        }
    }

    private int most(StoreView view) {
        return settings.number(LifeSettings.MOST_RESETS, view);
    }

    private void bound(byte[] requester, StoreView view, Duration pause, int most) {
        requests.lock(requester);
        Instant now = clock.instant();
        if ((most > 0 && requests.count(requester, now.minus(WINDOW)) >= most)
                || (!pause.isZero() && requests.count(requester, now.minus(pause)) > 0)) {
            throw LifeRefusals.tooManyResets(mails.contact(view));
        }
        requests.add(requester, now);
    }

    private static byte[] hash(String kind, String who) {
        return Sha256.of(kind + " " + who);
    }
}
