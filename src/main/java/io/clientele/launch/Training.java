package io.clientele.launch;

import io.clientele.access.AdminConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The run that teaches the virtual machine what a start needs: a sign-in and a few requests over both APIs, then the end. What was
 * loaded and how it was used goes into the cache that later starts read.
 */
@Singleton
class Training {

    static final String NAME = "train";

    private static final int ROUNDS = 40;

    private final Addresses addresses;
    private final AdminConfig administrator;
    private String authorization = "";

    Training(Addresses addresses, AdminConfig administrator) {
        this.addresses = addresses;
        this.administrator = administrator;
    }

    int run() {
        try {
            // Without a password of one's own the administrator's is not known here.
            if (administrator.password().isPresent()) {
                String token = post(
                        "/rest/V1/integration/admin/token",
                        "{\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(
                                        administrator.username(),
                                        administrator.password().get()));
                authorization = "Bearer " + token.replace("\"", "");
            }
            for (int i = 0; i < ROUNDS; i++) {
                get("/q/health/ready");
                get("/rest/V1/store/storeViews");
                get("/rest/V1/directory/countries");
                get("/rest/V1/customers/search?searchCriteria%5BpageSize%5D=20");
                post("/graphql", "{\"query\":\"{ storeConfig { code } }\"}");
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void get(String path) throws IOException {
        read(connect(path));
    }

    private String post(String path, String body) throws IOException {
        HttpURLConnection connection = connect(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return read(connection);
    }

    private HttpURLConnection connect(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(addresses.root() + path).toURL().openConnection();
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
        }
        return connection;
    }

    /** Any answer teaches: a refusal is as good as a success. */
    private static String read(HttpURLConnection connection) throws IOException {
        try (InputStream in =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
