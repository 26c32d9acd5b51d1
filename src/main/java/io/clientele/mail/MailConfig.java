package io.clientele.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What the deployment says about mail; the server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "clientele.mail")
interface MailConfig {

    /** Whether mails are sent; by default in production only. Mails that are not sent are logged. */
    Optional<Boolean> send();

    /** The address mails come from where the shop's settings name none. */
    @WithDefault("no-reply@localhost")
    String from();

    /**
     * A folder with texts of the shop's own, {@code <language>/<name>.subject.txt}, {@code .txt} and {@code .html}; they
     * win over those that are shipped. Read once.
     */
    Optional<Path> templates();
}
