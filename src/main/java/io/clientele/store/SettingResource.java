package io.clientele.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.clientele.shared.Acl;
import io.clientele.shared.json.BodyReader;
import io.clientele.shared.operation.Deferral;
import io.clientele.shared.rest.AnswerVersion;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings over REST. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/rest/V1/settings")
public class SettingResource {

    private final SettingService settings;
    private final AnswerVersion answer;

    @Inject
    SettingResource(SettingService settings, AnswerVersion answer) {
        this.settings = settings;
        this.answer = answer;
    }

    /** A definition as REST shows it. */
    public record DefinitionBody(
            String path,
            SettingType type,
            @JsonProperty("default") String defaultValue,
            List<SettingScope> scopes,
            String label) {

        static DefinitionBody of(SettingDefinition definition) {
            return new DefinitionBody(
                    definition.path(),
                    definition.type(),
                    definition.defaultValue(),
                    definition.narrowest().andWider(),
                    definition.label());
        }
    }

    /** The place a query names. */
    public record At(@Nullable String scope, @Nullable Integer scopeId) {

        static At of(UriInfo uri) {
            return BodyReader.read(At.class, JsonNodeFactory.instance.objectNode(), uri.getQueryParameters());
        }
    }

    /** The parameters of the operation that sets a value; the place comes from the query. */
    public record SaveSetting(
            String value, @Nullable String scope, @Nullable Integer scopeId) {}

    @GET
    @Path("/definitions")
    @Acl(SettingService.RESOURCE)
    public List<DefinitionBody> definitions() {
        return settings.definitions().stream().map(DefinitionBody::of).toList();
    }

    @GET
    @Acl(SettingService.RESOURCE)
    public List<Setting> list(@Context UriInfo uri) {
        At at = At.of(uri);
        return settings.list(at.scope(), at.scopeId());
    }

    @GET
    @Path("/{path: .+}")
    @Acl(SettingService.RESOURCE)
    public Setting get(@PathParam("path") String path, @Context UriInfo uri) {
        At at = At.of(uri);
        return answer.show(settings.get(path, at.scope(), at.scopeId()), Function.identity());
    }

    @PUT
    @Path("/{path: .+}")
    @Acl(SettingService.RESOURCE)
    @Deferral(value = Deferral.Way.ALONE, why = "may take longer than the transaction of many")
    public Setting set(@PathParam("path") String path, SaveSetting body) {
        return answer.show(settings.set(path, body.value(), body.scope(), body.scopeId()), Function.identity());
    }

    @DELETE
    @Path("/{path: .+}")
    @Acl(SettingService.RESOURCE)
    @Deferral(value = Deferral.Way.ALONE, why = "may take longer than the transaction of many")
    public boolean inherit(@PathParam("path") String path, @Context UriInfo uri) {
        At at = At.of(uri);
        settings.inherit(path, at.scope(), at.scopeId());
        return true;
    }
}
