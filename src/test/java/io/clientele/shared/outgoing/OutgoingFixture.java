package io.clientele.shared.outgoing;

import io.vertx.core.Vertx;
import java.net.InetAddress;

/** The client for outgoing calls where there is no application. */
public final class OutgoingFixture {

    private OutgoingFixture() {}

    /** One that may call loopback. */
    public static OutgoingHttp http(Vertx vertx) {
        return new OutgoingHttp(
                vertx.createHttpClient(OutgoingHttp.options()), new NameLookup(InetAddress::getAllByName), () -> true);
    }
}
