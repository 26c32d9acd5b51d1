package io.clientele.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Walks a list page by page, each begun where the one before ended, to the ten-thousandth. */
final class Pages {

    private static final int SKIPPED = 200_000;
    private static final int STRIDE = 2_000;
    private static final int WANTED = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final Subjects.Subject administrator;

    Pages(Service service, Subjects.Subject administrator) {
        this.service = service;
        this.administrator = administrator;
    }

    /** The first page and those from the ten-thousandth on, in that order of the list. */
    List<GridScenario> of(String sort, int customers) throws IOException {
        List<GridScenario> pages = new ArrayList<>();
        pages.add(new GridScenario(
                "Page 1 by place, sorted by " + sort,
                List.of(Criteria.page().by(sort).after("").request(administrator))));
        List<byte[]> late = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(service.port())) {
            String place = "";
            int skipped = Math.min(SKIPPED, customers * 3 / 4);
            for (int i = 0; i < skipped / STRIDE; i++) {
                place = next(connection, Criteria.pageOf(STRIDE).by(sort).after(place));
            }
            for (int i = 0; i < WANTED; i++) {
                Criteria criteria = Criteria.page().by(sort).after(place);
                late.add(criteria.request(administrator));
                place = next(connection, criteria);
            }
            pages.add(new GridScenario("Page %,d by place, sorted by %s".formatted(skipped / 20, sort), late));
        }
        return pages;
    }

    private String next(HttpConnection connection, Criteria criteria) throws IOException {
        int status = connection.send(criteria.request(administrator));
        String next = JSON.readTree(connection.body()).path("next").asText();
        if (status != 200 || next.isEmpty()) {
            throw new IOException("a page was answered with " + status + " and no next");
        }
        return next;
    }
}
