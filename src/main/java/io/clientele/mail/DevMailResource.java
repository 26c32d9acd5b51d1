package io.clientele.mail;

import io.clientele.shared.Acl;
import io.clientele.shared.Caller;
import io.clientele.shared.rest.RestRefusals;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The last mails, in mode {@code local}. */
@Path("/rest/V1/dev/mails")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Development")
public class DevMailResource {

    private final KeptMailService mails;

    @Inject
    DevMailResource(KeptMailService mails) {
        this.mails = mails;
    }

    /** The last hundred, newest first; no route in production. */
    @GET
    @Acl(Caller.EVERYTHING)
    public List<KeptMail> list() {
        return mails.last().orElseThrow(RestRefusals::noRoute);
    }
}
