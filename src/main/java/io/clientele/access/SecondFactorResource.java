package io.clientele.access;

import io.clientele.shared.Acl;
import io.clientele.shared.operation.Deferral;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The contract's routes of administrators' second factor. */
@Path("/rest/V1/tfa")
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {

    private static final String SECOND_FACTORS = "Magento_TwoFactorAuth::tfa";

    private final SecondFactorService service;

    SecondFactorResource(SecondFactorService service) {
        this.service = service;
    }

    /** What configuring takes. */
    public record Configure(String tfaToken) {}

    /** What activating takes. */
    public record Activate(String tfaToken, String otp) {}

    /** What signing in takes. */
    public record Authenticate(String username, String password, String otp) {}

    @POST
    @Path("/provider/google/configure")
    @Acl(Acl.ANONYMOUS)
    @Deferral(value = Deferral.Way.NEVER, why = "answers a secret")
    public SecondFactorBody configure(Configure body) {
        return SecondFactorBody.of(service.configuration(body.tfaToken()));
    }

    @POST
    @Path("/provider/google/activate")
    @Acl(Acl.ANONYMOUS)
    @Deferral(value = Deferral.Way.NEVER, why = "checks a code that is good for a moment")
    public boolean activate(Activate body) {
        service.activate(body.tfaToken(), body.otp());
        return true;
    }

    @POST
    @Path("/provider/google/authenticate")
    @Acl(Acl.ANONYMOUS)
    @RunOnVirtualThread
    @Deferral(value = Deferral.Way.NEVER, why = "answers a token")
    public String authenticate(Authenticate body) {
        return service.token(body.username(), body.password(), body.otp());
    }

    @GET
    @Path("/tfat-user-providers")
    @Acl(Acl.ANONYMOUS)
    public List<SecondFactorProvider> providersOfHolder(@QueryParam("tfaToken") String tfaToken) {
        return service.providersOfHolder(tfaToken);
    }

    @GET
    @Path("/tfat-providers-to-activate")
    @Acl(Acl.ANONYMOUS)
    public List<SecondFactorProvider> toActivateOfHolder(@QueryParam("tfaToken") String tfaToken) {
        return service.toActivateOfHolder(tfaToken);
    }

    @GET
    @Path("/installed-providers")
    @Acl(SECOND_FACTORS)
    public List<SecondFactorProvider> installed() {
        return service.installed();
    }

    @GET
    @Path("/forced-providers")
    @Acl(SECOND_FACTORS)
    public List<SecondFactorProvider> forced() {
        return service.forced();
    }

    @GET
    @Path("/user-providers/{userId}")
    @Acl(SECOND_FACTORS)
    public List<SecondFactorProvider> providers(@PathParam("userId") long userId) {
        return service.providers(userId);
    }

    @GET
    @Path("/default-provider-code/{userId}")
    @Acl(SECOND_FACTORS)
    public String defaultProvider(@PathParam("userId") long userId) {
        return service.defaultProvider(userId);
    }

    @GET
    @Path("/providers-to-activate/{userId}")
    @Acl(SECOND_FACTORS)
    public List<SecondFactorProvider> toActivate(@PathParam("userId") long userId) {
        return service.toActivate(userId);
    }
}
