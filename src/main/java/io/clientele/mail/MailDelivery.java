package io.clientele.mail;

import io.clientele.shared.Mode;
import io.clientele.shared.outbox.PermanentFailure;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Hands mails to the mail server, or to the log where none are to be sent. */
@ApplicationScoped
class MailDelivery {

    private static final Logger LOG = Logger.getLogger(MailDelivery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final Executor loop;
    private final boolean send;

    @Inject
    MailDelivery(ReactiveMailer mailer, Vertx vertx, MailConfig config, Mode mode) {
        this.mailer = mailer;
        Context context = ((VertxInternal) vertx).createEventLoopContext();
        this.loop = work -> context.runOnContext(_ -> work.run());
        this.send = config.send().orElse(!mode.local());
    }

    /**
     * Delivers the mail; ends within half a minute.
     *
     * @throws PermanentFailure when the server refuses it for good
     */
    void deliver(long id, MailMessage mail, MailMessage.Content content, MailTemplates.Texts texts) {
        String to = content.email();
        if (!send) {
            LOG.infof("Mail %s to %s is not sent: %s%n%s", mail.kind(), to, texts.subject(), texts.text());
            return;
        }
        Mail message = Mail.withText(to, texts.subject(), texts.text()).setHtml(texts.html());
        headers(id, mail, content).forEach((name, value) -> {
            if (name.equals("From")) {
                message.setFrom(value);
            } else {
                message.addHeader(name, value);
            }
        });
        try {
            // All on one event loop. From another thread the client connects on one loop and listens on the next; the
            // greeting of a quick server comes in between, is dropped, and both wait for each other.
            Uni.createFrom()
                    .voidItem()
                    .emitOn(loop)
                    .chain(() -> mailer.send(message))
                    .await()
                    .atMost(PATIENCE);
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure("not an address that mail can be sent to", e);
        } catch (RuntimeException e) {
            if (refusal(e) instanceof SMTPException refusal && refusal.isPermanent()) {
                throw new PermanentFailure("the mail server refuses the mail", e);
            }
            throw e;
        }
    }

    /** The same at every try, so that a receiver knows a mail that comes twice. */
    Map<String, String> headers(long id, MailMessage mail, MailMessage.Content content) {
        Map<String, String> headers = new LinkedHashMap<>();
        String domain = mail.fromEmail().substring(mail.fromEmail().indexOf('@') + 1);
        headers.put("From", sender(mail));
        headers.put("Message-ID", "<" + mail.kind() + "." + id + "@" + MailTemplates.oneLine(domain) + ">");
        headers.put("Auto-Submitted", "auto-generated");
        String oneClick = content.values().get(MailMessage.ONE_CLICK);
        if (oneClick != null) {
            headers.put("List-Unsubscribe", "<" + MailTemplates.oneLine(oneClick) + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    private static String sender(MailMessage mail) {
        String name = MailTemplates.oneLine(mail.fromName()).replace("\\", "").replace("\"", "");
        String email = MailTemplates.oneLine(mail.fromEmail());
        return name.isEmpty() ? email : "\"" + name + "\" <" + email + ">";
    }

    private static Throwable refusal(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof SMTPException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
