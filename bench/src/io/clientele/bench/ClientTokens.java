package io.clientele.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a token of client credentials costs ({@code POST /oauth2/token}), beside the least it could cost: an empty answer, the
 * rows of the session and of the entry in the audit log, and a signature as the token has it.
 */
final class ClientTokens {

    static final String NAME = "client-tokens";

    private static final String SCOPE = "Magento_Customer::customer";
    private static final int RECORDED = 20;

    /** About as many bytes as are signed of such a token. */
    private static final int SIGNED_BYTES = 450;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final Path root;
    private final Path log;
    private final Database database;

    ClientTokens(Options options, Path root, Path log, Database database) {
        this.options = options;
        this.root = root;
        this.log = log;
        this.database = database;
    }

    /** The report's lines. */
    String measure() throws Exception {
        Statements statements = new Statements(database);
        statements.log(true);
        try (Service service = Service.start(root, log, database.environment());
                Load load = new Load(options.connections(), database::cpu)) {
            byte[] request = request(service);
            List<Asked> asked;
            try (HttpConnection connection = new HttpConnection(service.port())) {
                asked = statements.of(
                        new GridScenario(NAME, Collections.nCopies(RECORDED, request)),
                        connection,
                        text -> text.contains("into access_token") || text.contains("into audit_entry"));
            }
            statements.log(false);
            Callers callers = new Callers(service, load);
            List<byte[]> empty = List.of(HttpConnection.request("/q/health/live", ""));
            Duration turn = Duration.ofMillis(1_000L * options.seconds() / options.rounds());
            callers.window(Duration.ofSeconds(options.warmUp()), options.connections(), List.of(request));
            double[] token = new double[options.rounds()];
            double[] answer = new double[options.rounds()];
            double[] rows = new double[options.rounds()];
            double[] signature = new double[options.rounds()];
            double[] share = new double[options.rounds()];
            for (int round = 0; round < options.rounds(); round++) {
                token[round] = callers.window(turn, options.connections(), List.of(request))
                        .cpu();
                answer[round] =
                        callers.window(turn, options.connections(), empty).cpu();
                rows[round] = rows(load, turn, asked);
                signature[round] = signature(load, turn);
                share[round] = (answer[round] + rows[round] + signature[round]) / token[round];
            }
            return String.format(
                    Locale.ROOT,
                    "| what | CPU ms | goal |%n|---|--:|---|%n"
                            + "| a token over `POST /oauth2/token` | **%.3f** | under 1 |%n"
                            + "| an empty answer | %.3f | |%n"
                            + "| the rows of session and entry, bare | %.3f | |%n"
                            + "| an ES256 signature, bare | %.3f | |%n"
                            + "| share of the three in a token | %.2f | |%n",
                    median(token),
                    median(answer),
                    median(rows),
                    median(signature),
                    median(share));
        }
    }

    /** An integration's request for a token; the integration is made over HTTP. */
    private byte[] request(Service service) throws Exception {
        String bearer = "Authorization: Bearer "
                + new Subjects(database.superuser()).administrator().token();
        try (HttpConnection connection = new HttpConnection(service.port())) {
            int status = connection.send(HttpConnection.request(
                    "/rest/V1/integrations",
                    "{\"integration\":{\"name\":\"Bench %d\",\"resources\":[\"%s\"]}}"
                            .formatted(System.currentTimeMillis(), SCOPE),
                    bearer));
            if (status != 200) {
                throw new IOException("an integration was answered with " + status + ": " + connection.body());
            }
            JsonNode made = JSON.readTree(connection.body());
            String proof = made.get("client_id").asText() + ":"
                    + made.get("client_secret").asText();
            return HttpConnection.form(
                    "/oauth2/token",
                    "grant_type=client_credentials&scope=" + SCOPE,
                    "Authorization: Basic "
                            + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** The service's own statements with the values they had, a transaction each time. */
    private double rows(Load load, Duration turn, List<Asked> asked) throws Exception {
        List<Load.Worker> workers = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < options.connections(); i++) {
                Connection connection = database.connect();
                connection.setAutoCommit(false);
                connections.add(connection);
                workers.add(random -> write(connection, asked.get(random.nextInt(asked.size()))));
            }
            return load.run(turn, workers, ClientTokens::own).cpu();
        } finally {
            for (Connection each : connections) {
                each.close();
            }
        }
    }

    private static void write(Connection connection, Asked asked) throws SQLException {
        for (Asked.Statement each : asked.statements()) {
            try (PreparedStatement statement = connection.prepareStatement(each.text())) {
                for (int i = 0; i < each.values().size(); i++) {
                    statement.setObject(i + 1, each.values().get(i), Types.OTHER);
                }
                statement.execute();
            }
        }
        connection.commit();
    }

    private double signature(Load load, Duration turn) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        List<Load.Worker> workers = new ArrayList<>();
        for (int i = 0; i < options.connections(); i++) {
            workers.add(_ -> sign(pair));
        }
        return load.run(turn, workers, ClientTokens::own).program();
    }

    private static void sign(KeyPair pair) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(new byte[SIGNED_BYTES]);
        if (signature.sign().length == 0) {
            throw new GeneralSecurityException("a signature has bytes");
        }
    }

    private static double own() {
        return Cpu.of(ProcessHandle.current().pid());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
