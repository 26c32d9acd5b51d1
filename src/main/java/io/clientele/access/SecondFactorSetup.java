package io.clientele.access;

import com.bastiaanjansen.otp.SecretGenerator;
import io.clientele.mail.MailKind;
import io.clientele.mail.Mails;
import io.clientele.mail.Recipient;
import io.clientele.shared.Caller;
import io.clientele.shared.CurrentCaller;
import io.clientele.shared.Refusal;
import io.clientele.shared.Secret;
import io.clientele.store.Settings;
import io.clientele.store.StoreScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Gives administrators a second factor, by a token that is mailed to them, and takes it away when it is lost. */
@ApplicationScoped
class SecondFactorSetup {

    private static final MailKind CONFIGURE = new MailKind("second-factor", SecondFactorSettings.SENDER, null, null);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final int TOKEN_BYTES = 24;

    private final SecondFactorRepository repository;
    private final SecretSeal seal;
    private final SecondFactors factors;
    private final AdminUserService users;
    private final Tokens tokens;
    private final AddressThrottle addresses;
    private final AccessAudit audit;
    private final Mails mails;
    private final Settings settings;
    private final StoreScope scope;
    private final CurrentCaller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactorSetup(
            SecondFactorRepository repository,
            SecretSeal seal,
            SecondFactors factors,
            AdminUserService users,
            Tokens tokens,
            AddressThrottle addresses,
            AccessAudit audit,
            Mails mails,
            Settings settings,
            StoreScope scope,
            CurrentCaller caller,
            Clock clock) {
        this.repository = repository;
        this.seal = seal;
        this.factors = factors;
        this.users = users;
        this.tokens = tokens;
        this.addresses = addresses;
        this.audit = audit;
        this.mails = mails;
        this.settings = settings;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What an authenticator app needs.
     *
     * @param qrCodeBase64 a PNG picture of the URI the app reads
     * @param secretCode the same secret to type, in Base32
     */
    record Configuration(String qrCodeBase64, String secretCode) {}

    /** Mails an administrator who needs a second factor a token to configure it with, good for an hour. */
    @Transactional
    boolean invites(long userId) {
        Optional<AdminUser> needy = repository.activeUser(userId).filter(factors::isDemanded);
        needy.ifPresent(this::invite);
        return needy.isPresent();
    }

    private void invite(AdminUser user) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        repository.addToken(Secret.hash(token), user.id(), clock.instant().plus(TOKEN_LIFE));
        audit.secondFactor("requested", user.id());
        String url = settings.text(SecondFactorSettings.NOTIFICATION_URL).replace(":tfat", token);
        mails.send(
                CONFIGURE,
                new Recipient(0, user.firstname() + " " + user.lastname(), user.email()),
                scope.view(),
                Map.of("token", token, "url", url));
    }

    /** @throws Refusal when the token is none, or a second factor is active already */
    Configuration configuration(String token) {
        AdminUser user = holder(token);
        byte[] kept = repository
                .offer(
                        user.id(),
                        seal.close(SecretSeal.SECOND_FACTOR, user.id(), SecretGenerator.generate()),
                        clock.instant())
                .orElseThrow(AccessRefusals::secondFactorActive);
        String secret = new String(seal.open(SecretSeal.SECOND_FACTOR, user.id(), kept), StandardCharsets.US_ASCII);
        String issuer = scope.view().name();
        String uri = "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(issuer), encoded(user.email()), secret.replace("=", ""), encoded(issuer));
        return new Configuration(QrCodes.png(uri), secret);
    }

    /** Makes the offered second factor the administrator's, shown to work by a code of it. */
    void activate(String token, String code) {
        AdminUser user = holder(token);
        if (factors.isActive(user.id())) {
            throw AccessRefusals.secondFactorActive();
        }
        factors.accept(user.id(), code);
        repository.removeTokens(user.id());
        audit.secondFactor("activated", user.id());
    }

    /**
     * The administrator who holds the token.
     *
     * @throws Refusal when nobody does
     */
    AdminUser holder(String token) {
        Instant now = clock.instant();
        addresses.check();
        return repository
                .userOfToken(Secret.hash(token), now)
                .flatMap(repository::activeUser)
                .orElseThrow(() -> {
                    addresses.failed();
                    return AccessRefusals.deadConfigurationToken();
                });
    }

    /** Takes an administrator's second factor away and ends the sessions: for who has lost the device. */
    @Transactional
    void reset(long userId) {
        if (caller.get().type() == Caller.Type.ADMIN && caller.get().id() == userId) {
            throw AccessRefusals.ownSecondFactor();
        }
        AdminUser user = users.manageable(userId);
        repository.reset(user.id());
        audit.secondFactor("reset", user.id());
        tokens.revokeAll(Subject.admin(user.id()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
