package io.clientele.privacy;

import io.clientele.mail.MailKind;
import io.clientele.mail.Mails;
import io.clientele.mail.Recipient;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The mails to people who have asked something about their data. */
@ApplicationScoped
class PrivacyMails {

    private static final MailKind VERIFY = new MailKind(
            "privacy-verify", PrivacySettings.SENDER, PrivacySettings.VERIFY_TEXTS, PrivacySettings.VERIFY_URL);
    private static final MailKind FILE =
            new MailKind("privacy-file", PrivacySettings.SENDER, PrivacySettings.FILE_TEXTS, PrivacySettings.FILE_URL);

    private final Mails mails;
    private final Stores stores;

    @Inject
    PrivacyMails(Mails mails, Stores stores) {
        this.mails = mails;
        this.stores = stores;
    }

    /** Its link shows that the person reads the address's mail. */
    void verify(PrivacyRequest request, String token, Duration life) {
        send(VERIFY, request, token, life);
    }

    /** Its link leads to the file, for somebody who cannot sign in. */
    void file(PrivacyRequest request, String token, Duration life) {
        send(FILE, request, token, life);
    }

    private void send(MailKind kind, PrivacyRequest request, String token, Duration life) {
        mails.send(
                kind,
                Recipient.guest(Objects.requireNonNull(request.email())),
                stores.viewOf(request.storeId(), request.websiteId()),
                Map.of("id", request.id(), "token", token, "hours", life.toHours()));
    }
}
