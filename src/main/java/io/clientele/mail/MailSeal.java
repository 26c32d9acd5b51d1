package io.clientele.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Closes what of a kept mail is personal, by the person it is about, and opens it again. */
@ApplicationScoped
class MailSeal {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names the person for {@link #close} and {@link #open}. */
    String personOf(Recipient to) {
        return to.customerId() == 0 ? "email" : "customer " + to.customerId();
    }

    String close(String person, Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }

    /** What was closed; empty once the person has been forgotten. */
    <T> Optional<T> open(String person, String closed, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(closed, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was closed here can be read here", e);
        }
    }
}
