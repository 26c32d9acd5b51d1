package io.clientele.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import io.clientele.shared.ShownTime;
import io.clientele.shared.search.Pages;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes an export while it is read. In CSV no cell begins like a formula. */
final class AuditOutput implements StreamingOutput {

    private static final List<String> COLUMNS = List.of(
            "id",
            "created_at",
            "action",
            "outcome",
            "reason",
            "actor_type",
            "actor_id",
            "actor_name",
            "on_behalf_of",
            "address",
            "request_id",
            "object_type",
            "object_id",
            "object_name",
            "website_id",
            "before",
            "after",
            "detail",
            "is_erased");

    private final Pages<AuditEntry> export;
    private final AuditFormat format;
    private final ObjectMapper json;

    AuditOutput(Pages<AuditEntry> export, AuditFormat format, ObjectMapper json) {
        this.export = export;
        this.format = format;
        this.json = json;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (format == AuditFormat.CSV) {
            csv(writer);
        } else {
            export.forEach(entry -> {
                writer.write(json.writeValueAsString(AuditBody.of(entry)));
                writer.write('\n');
            });
        }
        writer.flush();
    }

    private void csv(Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(COLUMNS);
        export.forEach(entry -> csv.writeRecord(cells(entry)
                .map(cell -> cell instanceof Number ? cell.toString() : CsvCells.neutral(cell))
                .toList()));
        csv.flush();
    }

    private static Stream<Object> cells(AuditEntry entry) {
        Actor actor = entry.actor();
        return Stream.of(
                entry.id(),
                ShownTime.of(entry.createdAt()),
                entry.action(),
                entry.outcome(),
                said(entry.reason()),
                actor.type(),
                actor.id(),
                said(entry.actorName()),
                said(actor.onBehalfOf()),
                actor.address(),
                actor.requestId(),
                said(entry.objectType()),
                said(entry.objectId()),
                said(entry.objectName()),
                said(entry.websiteId()),
                said(entry.before()),
                said(entry.after()),
                said(entry.detail()),
                entry.erased());
    }

    private static Object said(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
