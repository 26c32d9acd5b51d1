package io.clientele.pricing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.audit.AuditDraft;
import io.clientele.audit.AuditLog;
import io.clientele.shared.Refusal;
import io.clientele.shared.json.BodyReader;
import io.clientele.shared.json.RecordReader;
import io.clientele.shared.load.BoundedLines;
import io.clientele.shared.load.LoadResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes over facts of products from a stream, a line for each (NDJSON), in parts: a line that is refused spoils no other. */
@ApplicationScoped
class ProductFactImport {

    private static final int LONGEST_LINE = 1 << 18;
    private static final int PART = 500;

    private final PriceScope scope;
    private final ProductFactBatch batch;
    private final ObjectMapper json;
    private final AuditLog audit;

    @Inject
    ProductFactImport(PriceScope scope, ProductFactBatch batch, ObjectMapper json, AuditLog audit) {
        this.scope = scope;
        this.batch = batch;
        this.json = json;
        this.audit = audit;
    }

    /** A line, as the parameters of an operation are read. */
    record Line(ProductFactDraft product) {}

    /** @throws Refusal when the caller may not write facts at all */
    LoadResult load(InputStream in) {
        scope.demandAllWebsites();
        LoadResult result = new LoadResult();
        List<ProductFactBatch.Numbered> part = new ArrayList<>(PART);
        BoundedLines lines = new BoundedLines(in, LONGEST_LINE);
        try {
            while (lines.next()) {
                read(lines.line(), lines.number(), part, result);
                if (part.size() == PART) {
                    batch.store(part, result);
                    part.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        batch.store(part, result);
        audit.record(AuditDraft.of("product_facts.imported")
                .detail("created", result.created())
                .detail("updated", result.updated())
                .detail("failed", result.failed()));
        return result;
    }

    private void read(Optional<String> line, long number, List<ProductFactBatch.Numbered> part, LoadResult result) {
        if (line.isPresent() && line.get().isEmpty()) {
            return;
        }
        result.received(1);
        try {
            part.add(new ProductFactBatch.Numbered(number, draft(line)));
        } catch (Refusal refusal) {
            result.failed(number, List.of(refusal));
        }
    }

    private ProductFactDraft draft(Optional<String> line) {
        JsonNode product;
        try {
            product = json.readTree(line.orElseThrow(PricingRefusals::lineTooLong));
        } catch (JsonProcessingException e) {
            throw BodyReader.undecodable();
        }
        return RecordReader.parameters(
                        Line.class, JsonNodeFactory.instance.objectNode().set("product", product))
                .product();
    }
}
