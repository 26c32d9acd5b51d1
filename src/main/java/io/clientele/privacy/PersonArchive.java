package io.clientele.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import io.clientele.shared.person.DataSubject;
import io.clientele.shared.person.PersonData;
import io.clientele.shared.person.PersonSection;
import io.clientele.shared.sql.Database;
import io.clientele.shared.sql.SqlFragment;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all that is kept of somebody into a ZIP: for each kind of things a JSON file and a CSV file with the same records, one
 * record at a time, so that memory does not grow with them. In CSV no cell begins like a formula.
 */
@ApplicationScoped
class PersonArchive {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Database database;
    private final List<PersonSection> sections;

    @Inject
    PersonArchive(Database database, @All List<PersonData> features) {
        this.database = database;
        this.sections = features.stream()
                .flatMap(feature -> feature.sections().stream())
                .sorted(Comparator.comparing(PersonSection::name))
                .toList();
    }

    /** What there is a pair of files for. */
    List<String> names() {
        return sections.stream().map(PersonSection::name).toList();
    }

    /** Takes a record. */
    private interface Taker {

        void take(ObjectNode row) throws IOException;
    }

    /** Writes the whole archive, as of one moment. The stream stays open. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(DataSubject subject, OutputStream out) throws IOException {
        database.run(SqlFragment.of("set transaction isolation level repeatable read, read only"));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (PersonSection section : sections) {
            zip.putNextEntry(new ZipEntry(section.name() + ".json"));
            json(section, subject, zip);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(section.name() + ".csv"));
            csv(section, subject, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private void json(PersonSection section, DataSubject subject, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            each(section, subject, json::writeTree);
            json.writeEndArray();
        }
    }

    private void csv(PersonSection section, DataSubject subject, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new Unclosed(out), StandardCharsets.UTF_8)) {
            boolean[] begun = {false};
            each(section, subject, row -> {
                if (!begun[0]) {
                    begun[0] = true;
                    List<String> header = new ArrayList<>();
                    row.fieldNames().forEachRemaining(header::add);
                    csv.writeRecord(header);
                }
                List<String> cells = new ArrayList<>();
                row.forEach(value -> cells.add(CsvCells.neutral(cell(value))));
                csv.writeRecord(cells);
            });
        }
    }

    private void each(PersonSection section, DataSubject subject, Taker taker) throws IOException {
        SqlFragment rows = SqlFragment.of("select row_to_json(r) from (")
                .then(section.rows().apply(subject))
                .then(") r");
        database.<IOException>each(
                rows, row -> taker.take(section.shown().apply(subject, (ObjectNode) JSON.readTree(row.getString(1)))));
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Leaves the stream open behind a writer that closes its own. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
