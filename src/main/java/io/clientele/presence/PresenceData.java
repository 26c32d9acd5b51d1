package io.clientele.presence;

import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** When customers were last there, and as which visitors they came. It goes with the account. */
@ApplicationScoped
class PresenceData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(
            PersonSection.ofAccount(
                    "presence", "select seen_at, last_url from customer_presence where customer_id = ?"),
            PersonSection.ofAccount("visits", """
                    select website_id, created_at, seen_at, last_url from visitor where customer_id = ? order by id"""));

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }
}
