package io.clientele.shared.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The parts of the OpenAPI document that operations refer to. */
final class OpenApiParts {

    static final String BEARER = "bearer";
    static final String REFUSAL = "refusal";
    static final String SEARCH_CRITERIA = "searchCriteria";
    static final String FIELDS = "fields";
    static final String IF_MATCH = "ifMatch";
    static final String IF_NONE_MATCH = "ifNoneMatch";
    static final String IDEMPOTENCY_KEY = "idempotencyKey";
    static final String ETAG = "ETag";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final String ERROR = "error-response";

    private OpenApiParts() {}

    static Components addTo(Components components) {
        return components
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token of an administrator, an integration or a customer"))
                .addParameter(SEARCH_CRITERIA, searchCriteria())
                .addParameter(FIELDS, fields())
                .addParameter(
                        IF_MATCH,
                        header("If-Match", "The ETag of the version to change; with any other one nothing is done"))
                .addParameter(
                        IF_NONE_MATCH, header("If-None-Match", "The ETag that the caller has; 304 while it is current"))
                .addParameter(
                        IDEMPOTENCY_KEY,
                        header(
                                "Idempotency-Key",
                                "1 to 255 visible ASCII characters of the caller's own; the same request under the"
                                        + " same key has one effect and one answer for 24 hours"))
                .addHeader(ETAG, shown("The version of what is answered"))
                .addHeader(REPLAYED, shown("true where the answer was given before under the same key"))
                .addSchema(ERROR, error())
                .addResponse(
                        REFUSAL,
                        OASFactory.createAPIResponse()
                                .description("What was refused and why: the raw template beside its parameters")
                                .content(content("application/json", "application/problem+json")));
    }

    static Parameter reference(String name) {
        return OASFactory.createParameter().ref(name);
    }

    private static Content content(String plain, String problem) {
        MediaType error =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(ERROR));
        MediaType details = OASFactory.createMediaType()
                .schema(object().description("The same as problem details, RFC 9457")
                        .addProperty("type", text())
                        .addProperty("title", text())
                        .addProperty("status", whole())
                        .addProperty("detail", text())
                        .addProperty("template", text())
                        .addProperty("parameters", OASFactory.createSchema()));
        return OASFactory.createContent().addMediaType(plain, error).addMediaType(problem, details);
    }

    private static Schema error() {
        return object().required(List.of("message"))
                .addProperty("message", text().description("The template, its placeholders not filled in"))
                .addProperty("errors", list(OASFactory.createSchema().ref(ERROR)))
                .addProperty(
                        "parameters", OASFactory.createSchema().description("By name an object, by position a list"));
    }

    static Header headerReference(String name) {
        return OASFactory.createHeader().ref(name);
    }

    private static Header shown(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Parameter fields() {
        return OASFactory.createParameter()
                .name(FIELDS)
                .in(Parameter.In.QUERY)
                .description("The properties to keep of the answer: email,addresses[city,region[region_code]]")
                .schema(text());
    }

    private static Parameter searchCriteria() {
        Schema filter = object().addProperty("field", text())
                .addProperty("value", text())
                .addProperty("condition_type", text().defaultValue("eq"));
        Schema sort = object().addProperty("field", text())
                .addProperty("direction", text().enumeration(List.of("ASC", "DESC")));
        return OASFactory.createParameter()
                .name(SEARCH_CRITERIA)
                .in(Parameter.In.QUERY)
                .required(true)
                .description("Filters of one group are ored, groups are anded; searchCriteria= asks for everything."
                        + " Written searchCriteria[filter_groups][0][filters][0][field]=email and so on")
                .style(Parameter.Style.DEEPOBJECT)
                .explode(true)
                .schema(object().addProperty("filter_groups", list(object().addProperty("filters", list(filter))))
                        .addProperty("sort_orders", list(sort))
                        .addProperty("page_size", whole())
                        .addProperty("current_page", whole()));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema whole() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
