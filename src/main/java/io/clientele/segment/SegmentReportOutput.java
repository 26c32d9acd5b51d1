package io.clientele.segment;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.clientele.shared.CsvCells;
import io.clientele.store.Stores;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report of segments as CSV. No cell begins like a formula. */
final class SegmentReportOutput implements StreamingOutput {

    private final SegmentReport report;
    private final Stores stores;

    SegmentReportOutput(SegmentReport report, Stores stores) {
        this.report = report;
        this.stores = stores;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(List.of("id", "segment", "status", "websites", "customers"));
        for (SegmentView view : report.segments()) {
            Segment segment = view.segment();
            csv.writeRecord(List.of(
                    Long.toString(segment.id()),
                    CsvCells.neutral(segment.name()),
                    segment.active() ? "active" : "inactive",
                    CsvCells.neutral(websites(segment)),
                    Long.toString(view.customers())));
        }
        csv.flush();
        writer.flush();
    }

    private String websites(Segment segment) {
        return segment.websiteIds().stream()
                .flatMap(id -> stores.findWebsite(id).stream())
                .map(website -> website.code())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
