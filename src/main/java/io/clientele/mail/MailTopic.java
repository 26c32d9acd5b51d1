package io.clientele.mail;

import io.clientele.shared.outbox.OutboxMessage;
import io.clientele.shared.outbox.OutboxTopic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes a mail that waited in the outbox and hands it to the mail server. */
@ApplicationScoped
class MailTopic implements OutboxTopic {

    static final String NAME = "mail";

    private static final int MOST_TAKEN = 8;

    private final MailSeal seal;
    private final MailTemplates templates;
    private final MailDelivery delivery;
    private final KeptMailService kept;

    @Inject
    MailTopic(MailSeal seal, MailTemplates templates, MailDelivery delivery, KeptMailService kept) {
        this.seal = seal;
        this.templates = templates;
        this.delivery = delivery;
        this.kept = kept;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int mostTaken() {
        return MOST_TAKEN;
    }

    @Override
    public void handle(OutboxMessage message) {
        MailMessage mail = message.read(MailMessage.class);
        // A person who has been forgotten meanwhile gets no mail any more.
        seal.open(mail.person(), mail.content(), MailMessage.Content.class).ifPresent(content -> {
            MailTemplates.Texts texts = templates.render(mail.template(), mail.kind(), mail.locale(), content.values());
            delivery.deliver(message.id(), mail, content, texts);
            kept.keep(mail, content.email(), texts, delivery.headers(message.id(), mail, content));
        });
    }
}
