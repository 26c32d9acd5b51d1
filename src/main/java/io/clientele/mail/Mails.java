package io.clientele.mail;

import io.clientele.shared.outbox.Outbox;
import io.clientele.store.SettingDefinition;
import io.clientele.store.Settings;
import io.clientele.store.StoreSettings;
import io.clientele.store.StoreView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends mails: what features say in their transactions goes out after the commit, from the outbox. */
@ApplicationScoped
public class Mails {

    private final Outbox outbox;
    private final MailSeal seal;
    private final StorefrontLinks links;
    private final Settings settings;
    private final MailConfig config;

    @Inject
    Mails(Outbox outbox, MailSeal seal, StorefrontLinks links, Settings settings, MailConfig config) {
        this.outbox = outbox;
        this.seal = seal;
        this.links = links;
        this.settings = settings;
        this.config = config;
    }

    /**
     * Sends a mail once the running transaction has committed; never if it is rolled back. It goes out in the language
     * of the store view, tried again until the mail server takes it.
     *
     * @param view whose language, sender and links it has
     * @param values what the texts name, each shown as text. Besides them the texts know {@code name}, {@code email},
     *     {@code store} and, where the kind has one, {@code link}, in whose pattern the values stand too
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(MailKind kind, Recipient to, StoreView view, Map<String, ?> values) {
        Map<String, String> all = new HashMap<>();
        values.forEach((name, value) -> all.put(name, value.toString()));
        all.put("name", to.name());
        all.put("email", to.email());
        all.put("store", storeName(view));
        if (kind.link() != null) {
            all.put("link", links.link(kind.link(), view, all));
        }
        if (kind.oneClick() != null) {
            all.put(MailMessage.ONE_CLICK, links.link(kind.oneClick(), view, all));
        }
        String general =
                settings.text(MailSettings.identity(MailSettings.GENERAL).email(), view);
        MailSettings.Identity from = MailSettings.identity(settings.text(kind.identity(), view));
        String person = seal.personOf(to);
        outbox.add(
                MailTopic.NAME,
                to.customerId() == 0 ? UUID.randomUUID().toString() : person,
                new MailMessage(
                        kind.name(),
                        template(kind, view),
                        view.id(),
                        settings.text(StoreSettings.LOCALE, view),
                        settings.text(from.name(), view),
                        firstOf(settings.text(from.email(), view), general, config.from()),
                        person,
                        seal.close(person, new MailMessage.Content(to.email(), all))));
    }

    /** The address for questions about accounts. */
    public String contact(StoreView view) {
        return firstOf(
                settings.text(MailSettings.identity("support").email(), view),
                settings.text(MailSettings.identity(MailSettings.GENERAL).email(), view),
                config.from());
    }

    private String template(MailKind kind, StoreView view) {
        @Nullable SettingDefinition chosen = kind.template();
        return chosen == null ? kind.name() : firstOf(settings.text(chosen, view), kind.name());
    }

    private String storeName(StoreView view) {
        return firstOf(settings.text(MailSettings.STORE_NAME, view), view.name());
    }

    private static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
