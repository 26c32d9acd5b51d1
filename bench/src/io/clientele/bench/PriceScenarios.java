package io.clientele.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Quotes of customers of all groups: products drawn at random, quantities from one to more than the largest tier. */
final class PriceScenarios {

    private static final int REQUESTS = 200;
    private static final int WIDE_SKUS = 1_000;
    private static final int LARGEST = 60;

    private final List<Subjects.Subject> customers;
    private final int skus;
    private final SplittableRandom random = new SplittableRandom(20_261_127);

    PriceScenarios(List<Subjects.Subject> customers, int skus) {
        this.customers = customers;
        this.skus = skus;
    }

    List<GridScenario> all() {
        return List.of(
                quotes("Quote of 100 lines", 100, "BENCH", skus),
                quotes("Quote of 100 lines whose products have prices of 100 groups", 100, "WIDE", WIDE_SKUS),
                quotes("Quote of 1 line", 1, "BENCH", skus),
                quotes("Quote of 500 lines", 500, "BENCH", skus));
    }

    private GridScenario quotes(String name, int lines, String prefix, int most) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Subjects.Subject customer = customers.get(random.nextInt(customers.size()));
            requests.add(HttpConnection.request(
                    "/rest/V1/prices/quote", quote(lines, prefix, most), "Authorization: Bearer " + customer.token()));
        }
        return new GridScenario(name, requests);
    }

    private String quote(int lines, String prefix, int most) {
        StringBuilder body = new StringBuilder("{\"quote\": {\"website_id\": 1, \"lines\": [");
        for (int i = 0; i < lines; i++) {
            body.append(String.format(
                    Locale.ROOT,
                    "%s{\"sku\": \"%s-%07d\", \"qty\": %d}",
                    i == 0 ? "" : ", ",
                    prefix,
                    1 + random.nextInt(most),
                    1 + random.nextInt(LARGEST)));
        }
        return body.append("]}}").toString();
    }
}
