package io.clientele.movein;

import static io.clientele.AdminFixture.asAdmin;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The files of a shop that moves in, each shop with names and numbers of its own. */
final class OldShop {

    static final String PASSWORD = "Correct-Horse-1";

    /** Argon2id as the contract's product keeps it, of {@link #ARGON2_PASSWORD}. */
    static final String ARGON2 =
            "abf1de8d537a1270237b9b56c8db9c67aeece6d89639a64d5ffd7264262541ab" + ":PNK7gwTSnTc9L8AXZEvgZQ4SA66qirus";

    static final String ARGON2_PASSWORD = "Password@2022";

    static final String CUSTOMERS =
            "entity_id,email,_website,_store,created_at,firstname,lastname,group_id,password_hash\n";
    static final String ADDRESSES =
            "_website,_email,_entity_id,firstname,lastname,street,city,region,postcode,country_id,"
                    + "telephone,_address_default_billing_,_address_default_shipping_\n";
    static final String PRICES = "sku,tier_price_website,tier_price_customer_group,tier_price_qty,tier_price\n";
    static final String ORDERS = "increment_id,_website,status,created_at,updated_at,order_currency_code,subtotal,"
            + "tax_amount,shipping_amount,discount_amount,grand_total,total_refunded,coupon_code,customer_id,customer_email,"
            + "billing_firstname,billing_country_id,sku,name,qty_ordered,price,row_total\n";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 1_000_000_000L);

    private final Path folder;
    private final long number = NUMBER.incrementAndGet();

    OldShop(Path parent) {
        this.folder = make(parent.resolve("shop" + number));
    }

    private static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    /** A name that no other shop has. */
    String name(String prefix) {
        return prefix + number;
    }

    String email(String name) {
        return name + number + "@old.example";
    }

    /** The id that the shop has given somebody or something. */
    String id(int which) {
        return Long.toString(number * 100 + which);
    }

    /** Writes a file of the shop. */
    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path errors() {
        return folder.resolve("errors.out");
    }

    List<String> errorLines() {
        try {
            return Files.readAllLines(errors());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String customer(int id, String name, String group, String hash) {
        return String.join(
                        ",",
                        id(id),
                        email(name),
                        "base",
                        "default",
                        "2015-10-30 12:49:47",
                        "Old",
                        "Customer",
                        group,
                        hash)
                + "\n";
    }

    String address(int id, String name, String street, String billing) {
        return "base," + email(name) + "," + id(id) + ",Old,Customer,\"" + street + "\",Austin,Texas,78701,US,555,"
                + billing + ",\n";
    }

    /** A line of an order. */
    String order(String order, String customer, String name, String total, String sku, String qty, String price) {
        return String.join(
                        ",",
                        order,
                        "base",
                        "complete",
                        "2016-02-03 10:00:00",
                        "2016-02-05 10:00:00",
                        "USD",
                        total,
                        "0",
                        "5.0000",
                        "-5.0000",
                        total,
                        "",
                        "",
                        customer,
                        email(name),
                        "Old",
                        "US",
                        sku,
                        "Lamp",
                        qty,
                        price,
                        price)
                + "\n";
    }

    /** The hash that the contract's product keeps of {@link #PASSWORD}, by its steps. */
    static String hash(String salt, String... steps) {
        String digest = PASSWORD;
        for (String step : steps) {
            digest = hex(step.equals("0") ? "MD5" : "SHA-256", salt + digest);
        }
        return digest + ":" + salt + ":" + String.join(":", steps);
    }

    private static String hex(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The report of the move that was begun last. */
    static ValidatableResponse lastReport() {
        String id = asAdmin()
                .get("/rest/V1/moveIns?searchCriteria[sortOrders][0][field]=id"
                        + "&searchCriteria[sortOrders][0][direction]=DESC&searchCriteria[pageSize]=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items[0].id");
        return asAdmin().get("/rest/V1/moveIns/" + id).then().statusCode(200);
    }
}
