package io.clientele.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values by the name of what they are for, so that a part of the requests gets past the first check. */
final class Plausible {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Cheap to say no to: each password that is checked or kept costs a hash. */
    private static final int PASSWORD_ONE_IN = 4;

    private final Random random;
    private int number;

    Plausible(Random random) {
        this.random = random;
    }

    /** A value for a text or number of that name, or null where the name says nothing. */
    @Nullable
    JsonNode of(String name) {
        String key = name.replace("_", "").toLowerCase(Locale.ROOT);
        return switch (key) {
            case "email", "customeremail" -> JSON.textNode("fuzz" + ++number + "@example.com");
            case "username" -> JSON.textNode("fuzz" + ++number);
            case "code", "classname", "externalid" -> JSON.textNode("fuzz_" + ++number);
            case "name", "firstname", "lastname", "middlename", "city", "company" ->
                JSON.textNode("Fuzz " + (char) ('A' + random.nextInt(26)));
            case "password", "currentpassword", "newpassword" ->
                JSON.textNode(random.nextInt(PASSWORD_ONE_IN) == 0 ? "Fuzz-Pass-" + ++number : "short");
            case "dob", "dateofbirth" -> JSON.textNode("1990-02-28");
            case "createdat", "updatedat" -> JSON.textNode("2020-02-28 10:00:00");
            case "gender", "groupid", "websiteid", "storeid" -> JSON.numberNode(1);
            case "taxclassid" -> JSON.numberNode(3);
            case "regionid" -> JSON.numberNode(57);
            case "regioncode" -> JSON.textNode("TX");
            case "region" -> JSON.textNode("Texas");
            case "countryid", "countrycode" -> JSON.textNode("US");
            case "postcode" -> JSON.textNode("78701");
            case "telephone", "fax" -> JSON.textNode("+1 512 555 0100");
            case "classtype" -> JSON.textNode(random.nextBoolean() ? "CUSTOMER" : "PRODUCT");
            case "isactive" -> JSON.booleanNode(true);
            case "currencyfrom", "from" -> JSON.textNode("ZMW");
            case "currencyto", "to" -> JSON.textNode("AFN");
            case "rate" -> JSON.numberNode(2);
            case "pagesize" -> JSON.numberNode(1 + random.nextInt(20));
            case "currentpage" -> JSON.numberNode(1);
            default -> null;
        };
    }

    /** A list for the name, or null where the name says nothing. */
    @Nullable
    ArrayNode listOf(String name) {
        return switch (name) {
            case "resources" -> JSON.arrayNode().add("Magento_Customer::manage");
            case "website_ids", "exclude_website_ids" -> JSON.arrayNode();
            case "street" -> texts(List.of("1 Main Street"));
            default -> null;
        };
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
