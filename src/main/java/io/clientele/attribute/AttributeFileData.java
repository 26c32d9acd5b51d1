package io.clientele.attribute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.SqlFragment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Files that customers have given, with what is in them. They go with the account. */
@ApplicationScoped
class AttributeFileData implements PersonData {

    private final AttributeFiles files;
    private final List<PersonSection> sections =
            List.of(new PersonSection("files", subject -> SqlFragment.of("""
                    select f.path, t.code as attribute, f.address_id, f.name, f.media_type, f.created_at,
                        encode(f.content, 'base64') as content_base64
                    from attribute_file f left join attribute t on t.id = f.attribute_id
                    where f.customer_id = ? order by f.path""", subject.account()), this::filled));

    @Inject
    AttributeFileData(AttributeFiles files) {
        this.files = files;
    }

    @Override
    public List<PersonSection> sections() {
        return sections;
    }

    /** What a deployment keeps in a folder is read from there. */
    private ObjectNode filled(DataSubject subject, ObjectNode row) {
        String path = row.get("path").asText();
        if (row.get("content_base64").isNull()) {
            files.folder()
                    .flatMap(folder -> folder.read(path))
                    .ifPresent(content -> row.put("content_base64", content));
        }
        row.remove("path");
        return row;
    }
}
