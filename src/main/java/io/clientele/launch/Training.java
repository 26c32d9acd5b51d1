package io.clientele.launch;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The run that teaches the virtual machine what a start needs: a few requests over both APIs, then the end. What was
 * loaded and how it was used goes into the cache that later starts read.
 */
@Singleton
class Training {

    static final String NAME = "train";

    private static final int ROUNDS = 40;

    private final Addresses addresses;

    Training(Addresses addresses) {
        this.addresses = addresses;
    }

    int run() {
        try {
            for (int i = 0; i < ROUNDS; i++) {
                get("/q/health/ready");
                get("/rest/V1/store/storeViews");
                get("/rest/V1/directory/countries");
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

    private void post(String path, String body) throws IOException {
        HttpURLConnection connection = connect(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        read(connection);
    }

    private HttpURLConnection connect(String path) throws IOException {
        return (HttpURLConnection) URI.create(addresses.root() + path).toURL().openConnection();
    }

    /** Any answer teaches: a refusal is as good as a success. */
    private static void read(HttpURLConnection connection) throws IOException {
        try (InputStream in =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                in.readAllBytes();
            }
        }
    }
}
