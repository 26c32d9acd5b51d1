package io.clientele.segment;

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

/** Writes the customers of a segment as CSV while they are read. No cell begins like a formula. */
final class MemberOutput implements StreamingOutput {

    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "email",
            "group",
            "phone",
            "postcode",
            "country_id",
            "region",
            "customer_since",
            "website_id",
            "entered_at");

    private final Pages<Member> members;

    MemberOutput(Pages<Member> members) {
        this.members = members;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(COLUMNS);
        members.forEach(member -> csv.writeRecord(List.of(
                Long.toString(member.id()),
                CsvCells.neutral(member.name()),
                CsvCells.neutral(member.email()),
                CsvCells.neutral(member.group()),
                CsvCells.neutral(member.phone()),
                CsvCells.neutral(member.postcode()),
                CsvCells.neutral(member.countryId()),
                CsvCells.neutral(member.region()),
                ShownTime.of(member.customerSince()),
                Integer.toString(member.websiteId()),
                ShownTime.of(member.enteredAt()))));
        csv.flush();
        writer.flush();
    }
}
