package io.clientele.mail;

import io.clientele.shared.Mode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the last mails to be looked at, on somebody's own machine only. */
@ApplicationScoped
public class KeptMailService {

    private static final int MOST = 100;

    private final KeptMailRepository mails;
    private final MailSeal seal;
    private final Mode mode;
    private final Clock clock;

    @Inject
    KeptMailService(KeptMailRepository mails, MailSeal seal, Mode mode, Clock clock) {
        this.mails = mails;
        this.seal = seal;
        this.mode = mode;
        this.clock = clock;
    }

    /** The last hundred mails, newest first; empty where none are kept. */
    public Optional<List<KeptMail>> last() {
        return mode.local()
                ? Optional.of(mails.last(MOST).stream()
                        .flatMap(row -> seal.open(row.person(), row.content(), KeptMail.class).stream())
                        .toList())
                : Optional.empty();
    }

    void keep(MailMessage mail, String to, MailTemplates.Texts texts, Map<String, String> headers) {
        if (!mode.local()) {
            return;
        }
        KeptMail shown =
                new KeptMail(to, texts.subject(), texts.text(), texts.html(), headers, mail.kind(), mail.storeId());
        KeptMailRepository.Row row = new KeptMailRepository.Row(mail.person(), seal.close(mail.person(), shown));
        QuarkusTransaction.joiningExisting().run(() -> {
            mails.keep(row, clock.instant());
            mails.trim(MOST);
        });
    }
}
