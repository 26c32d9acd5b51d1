package io.clientele.event;

import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feed tells of customers. It names them by numbers only, which stay. */
@ApplicationScoped
class EventData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(PersonSection.ofAccount(
            "events", "select type, happened_at, data from event where customer_id = ? order by id"));

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }
}
