package io.clientele.segment;

import io.clientele.shared.Acl;
import io.clientele.store.Stores;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Numbers of segments over REST. */
@Path("/rest/V1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customer segments")
public class SegmentReportResource {

    private final SegmentReportService reports;
    private final Stores stores;

    @Inject
    SegmentReportResource(SegmentReportService reports, Stores stores) {
        this.reports = reports;
        this.stores = stores;
    }

    /** A day of a segment. */
    @Schema(name = "customer-segment-day")
    public record DayBody(String date, long entered, long left, long size) {}

    /** How many customers two segments have in common; with twice the same one, how many it has. */
    @Schema(name = "customer-segment-overlap")
    public record OverlapBody(long segmentId, long otherId, long customers) {}

    /** Some segments, and how many customers are in at least one of them. */
    @Schema(name = "customer-segment-report")
    public record ReportBody(List<ListedSegmentBody> segments, long customers) {}

    @GET
    @Path("customerSegments/{id}/history")
    @Acl(SegmentService.RESOURCE)
    public List<DayBody> history(@PathParam("id") long id, @QueryParam("days") @DefaultValue("90") int days) {
        return reports.history(id, days).stream()
                .map(day -> new DayBody(day.date().toString(), day.entered(), day.left(), day.size()))
                .toList();
    }

    @GET
    @Path("customerSegments/overlap")
    @Acl(SegmentService.RESOURCE)
    public List<OverlapBody> overlap(@QueryParam("ids") @Nullable String ids) {
        return reports.overlap(ids).stream()
                .map(each -> new OverlapBody(each.segmentId(), each.otherId(), each.customers()))
                .toList();
    }

    @GET
    @Path("customerSegments/report")
    @Acl(SegmentService.RESOURCE)
    public ReportBody report(@QueryParam("ids") @Nullable String ids) {
        SegmentReport report = reports.report(ids);
        return new ReportBody(
                report.segments().stream()
                        .map(view -> ListedSegmentBody.of(view, stores))
                        .toList(),
                report.customers());
    }

    /** The segments of a report as CSV, with how many customers are in each. No cell begins like a formula. */
    @GET
    @Path("customerSegments/report/export")
    @Produces(MediaType.WILDCARD)
    @APIResponse(responseCode = "200", description = "OK", content = @Content(mediaType = CsvOutput.TYPE))
    @Acl(SegmentService.RESOURCE)
    public Response export(@QueryParam("ids") @Nullable String ids) {
        return CsvOutput.of(new SegmentReportOutput(reports.report(ids), stores), "segments.csv");
    }
}
