package io.clientele.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.Person;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonKeys;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was done to somebody, and by somebody. The entries stay; what they say of the person is unreadable once the person's key
 * is destroyed.
 */
@ApplicationScoped
class AuditData implements PersonData {

    private static final String COLUMNS =
            "select e.id, e.created_at, e.action, e.outcome, e.reason, e.actor_type, e.actor_id,"
                    + " e.object_type, e.object_id, e.website_id, e.person, e.actor_sealed, e.object_sealed from audit_entry e";

    private final PersonKeys keys;
    private final List<PersonSection> sections =
            List.of(new PersonSection("audit_log", AuditData::entries, this::shown));

    AuditData(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<PersonSection> sections() {
        return sections;
    }

    private static SqlFragment entries(DataSubject subject) {
        return SqlFragment.of("select * from (")
                .then(COLUMNS + " where e.person = any (?) union", (Object) subject.names())
                .then(COLUMNS + " where e.actor_type = 'customer' and e.actor_id = ?", subject.account())
                .then(") entries order by id");
    }

    private ObjectNode shown(DataSubject subject, ObjectNode row) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (String name :
                List.of("created_at", "action", "outcome", "reason", "object_type", "object_id", "website_id")) {
            shown.set(name, row.get(name));
        }
        shown.set("done_by", row.get("actor_type"));
        Optional<Person> person = Optional.ofNullable(row.get("person").textValue())
                .map(Person::new)
                .filter(subject.persons()::contains);
        Optional<Person> actor = Actor.person(
                        row.get("actor_type").asText(), row.get("actor_id").asLong())
                .or(() -> person)
                .filter(subject.persons()::contains);
        JsonNode did = open(actor, row.get("actor_sealed"));
        JsonNode done = open(person, row.get("object_sealed"));
        shown.set("address", did.path("address"));
        for (String part : List.of("name", "before", "after", "detail")) {
            shown.set(part, done.path(part));
        }
        shown.properties().forEach(each -> {
            if (each.getValue().isMissingNode()) {
                each.setValue(JsonNodeFactory.instance.nullNode());
            }
        });
        return shown;
    }

    /** What is sealed with the person's key; of others nothing is opened. */
    private JsonNode open(Optional<Person> whose, JsonNode sealed) {
        return whose.filter(person -> sealed.isTextual())
                .flatMap(person -> keys.open(person, bytes(sealed.asText())))
                .map(AuditValues::read)
                .orElseGet(JsonNodeFactory.instance::missingNode);
    }

    /** As PostgreSQL writes them in JSON: {@code \x} and hexadecimal digits. */
    private static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text.substring(2));
    }
}
