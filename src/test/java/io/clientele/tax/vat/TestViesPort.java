package io.clientele.tax.vat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Finds a port for the tests' VAT number service, which {@link ViesServer} starts and stops on it. */
public class TestViesPort implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of("clientele.vat.vies-url", "http://127.0.0.1:" + socket.getLocalPort() + "/vies/rest-api");
        } catch (IOException e) {
            throw new IllegalStateException("no port for the tests' VAT number service", e);
        }
    }

    @Override
    public void stop() {}
}
