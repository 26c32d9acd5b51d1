package io.clientele.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Connections to the service that each send one of some requests, wait for the answer and go on. */
record Callers(Service service, Load load) {

    /** Sends requests over so many connections at a time; every answer must be a 200. */
    Window window(Duration time, int width, List<byte[]> requests) throws Exception {
        List<HttpConnection> connections = new ArrayList<>();
        try {
            List<Load.Worker> workers = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                HttpConnection connection = new HttpConnection(service.port());
                connections.add(connection);
                workers.add(random -> require(connection, requests.get(random.nextInt(requests.size())), Set.of()));
            }
            return load.run(time, workers, service::cpu);
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }

    /** @param others the statuses that will do beside 200 */
    static int require(HttpConnection connection, byte[] request, Set<Integer> others) throws IOException {
        int status = connection.send(request);
        if (status != 200 && !others.contains(status)) {
            throw new IOException("a request was answered with " + status + ": " + connection.body());
        }
        return status;
    }
}
