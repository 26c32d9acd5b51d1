package io.clientele.integration.oauth2;

import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The apps that a customer has let in. It goes with the account. */
@ApplicationScoped
class ConsentData implements PersonData {

    private static final List<PersonSection> SECTIONS = List.of(PersonSection.ofAccount("apps", """
            select i.name as app, c.scopes, c.created_at, c.updated_at
            from oauth2_consent c join integration i on i.id = c.integration_id
            where c.customer_id = ? order by c.created_at, i.id"""));

    @Override
    public List<PersonSection> sections() {
        return SECTIONS;
    }
}
