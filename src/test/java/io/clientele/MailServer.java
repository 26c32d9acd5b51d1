package io.clientele;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A real SMTP server in the tests' process, which takes mail for everybody. */
@ApplicationScoped
public class MailServer {

    private final int port;
    private GreenMail server;
    private boolean running;

    MailServer(@ConfigProperty(name = "quarkus.mailer.port") int port) {
        this.port = port;
    }

    void begin(@Observes StartupEvent event) {
        start();
    }

    void end(@Observes ShutdownEvent event) {
        stop();
    }

    /** Starts it, unless it runs, without the mails it had before. */
    public void start() {
        if (running) {
            return;
        }
        running = true;
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        server = new GreenMail(setup);
        server.start();
    }

    /** Where mail is sent to, whether it runs or not. */
    public int port() {
        return port;
    }

    public void stop() {
        running = false;
        server.stop();
    }

    /** What has come in for the address so far. */
    public List<MimeMessage> received(String email) {
        try {
            List<MimeMessage> found = new ArrayList<>();
            for (MimeMessage each : server.getReceivedMessages()) {
                if (each.getHeader("To", ",").toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT))) {
                    found.add(each);
                }
            }
            return found;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first mail that comes in for the address, within twenty seconds. */
    public MimeMessage await(String email) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() - end < 0) {
            List<MimeMessage> found = received(email);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            // Waits for the next mail of anybody's, a quarter of a second at most.
            server.waitForIncomingEmail(250, server.getReceivedMessages().length + 1);
        }
        throw new AssertionError("no mail came for " + email);
    }
}
