package io.clientele.audit;

import io.clientele.shared.Caller;
import io.clientele.shared.person.Person;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param type a kind of caller in lower case, or {@code system} for the service itself
 * @param id 0 for guests and the service
 * @param onBehalfOf the administrator who acted with a customer's token, or null
 * @param address the network address the request came from; empty for the service
 * @param requestId the request it was done in; empty for the service
 */
public record Actor(String type, long id, @Nullable Long onBehalfOf, String address, String requestId) {

    static final Actor SYSTEM = new Actor("system", 0, null, "", "");

    static Actor of(Caller.Type type, long id, @Nullable Long onBehalfOf, String address, String requestId) {
        return new Actor(type.name().toLowerCase(Locale.ROOT), id, onBehalfOf, address, requestId);
    }

    /** The same actor, who came from that address; empty where it is not known. */
    Actor at(@Nullable String from) {
        return new Actor(type, id, onBehalfOf, from == null ? "" : from, requestId);
    }

    boolean is(Caller.Type kind) {
        return type.equals(kind.name().toLowerCase(Locale.ROOT));
    }

    /** Whose key the actor's values are sealed with; empty for those who are no persons or not known. */
    Optional<Person> person() {
        return person(type, id);
    }

    static Optional<Person> person(String type, long id) {
        return switch (type) {
            case "customer" -> Optional.of(Person.customer(id));
            case "admin" -> Optional.of(Person.admin(id));
            default -> Optional.empty();
        };
    }
}
