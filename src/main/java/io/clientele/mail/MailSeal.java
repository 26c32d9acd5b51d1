package io.clientele.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.shared.Fold;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;

/** Closes what of a mail is personal with the key of the person it goes to, and opens it again until that is destroyed. */
@ApplicationScoped
class MailSeal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PersonKeys keys;

    @Inject
    MailSeal(PersonKeys keys) {
        this.keys = keys;
    }

    /** Names the person for {@link #close} and {@link #open}. */
    String personOf(Recipient to) {
        Person person =
                to.customerId() == 0 ? Person.email(Fold.key(to.email().strip())) : Person.customer(to.customerId());
        return person.name();
    }

    String close(String person, Object content) {
        try {
            return Base64.getEncoder().encodeToString(keys.seal(new Person(person), JSON.writeValueAsString(content)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    /** What was closed; empty once the person's key has been destroyed. */
    <T> Optional<T> open(String person, String closed, Class<T> type) {
        return keys.open(new Person(person), Base64.getDecoder().decode(closed)).map(text -> read(text, type));
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was closed here can be read here", e);
        }
    }
}
