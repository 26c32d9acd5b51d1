package io.clientele.audit;

import io.clientele.shared.person.Person;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the request in hand was about, by the last entry it left: what is kept of its answer belongs to that person. */
@RequestScoped
public class ConcernedPerson {

    private @Nullable Person person;

    public Optional<Person> get() {
        return Optional.ofNullable(person);
    }

    void note(Person concerned) {
        this.person = concerned;
    }
}
