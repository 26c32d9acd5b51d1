package io.clientele.segment;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.AdminFixture;
import io.clientele.customer.SiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers found by the segments they are in. */
@QuarkusTest
class CustomerSegmentsApiTest {

    @AfterEach
    void delete_the_segments() {
        SegmentFixture.deleteAll();
    }

    @Test
    void customers_are_found_by_a_segment_they_are_in_or_are_not() {
        String name = SegmentFixture.name();
        long in = createByAdmin(with(with(customer(), "lastname", name), "group_id", 2));
        long out = createByAdmin(with(customer(), "lastname", name));
        long wholesale = SegmentFixture.create(
                SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name), RuleFixture.group(2))));
        long all = SegmentFixture.create(SegmentFixture.segment(RuleFixture.all(RuleFixture.lastname(name))));
        assertThat(found(name, "eq", wholesale)).containsExactly(in);
        assertThat(found(name, "in", wholesale + "," + all)).containsExactly(in, out);
        // Who is in the other segment, too, is in this one all the same.
        assertThat(found(name, "neq", wholesale)).containsExactly(out);
        assertThat(found(name, "nin", wholesale + "," + all)).isEmpty();
        assertThat(found(name, "notnull", 1)).containsExactly(in, out);
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", name)
                .queryParam("searchCriteria[sort_orders][0][field]", "segment_id")
                .queryParam("searchCriteria[sort_orders][0][direction]", "ASC")
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .body("items.id", is(List.of((int) in, (int) out)));
    }

    @Test
    void the_grid_offers_the_segments_of_the_websites_that_the_caller_sees() {
        String name = SegmentFixture.name();
        SegmentFixture.create(with(SegmentFixture.any(), "name", name));
        asAdmin()
                .get("/rest/V1/customerGrid/columns")
                .then()
                .statusCode(200)
                .body("find { it.code == 'segment_id' }.options.label", hasItem(name))
                .body("find { it.code == 'segment_id' }.is_sortable", is(false))
                .body("find { it.code == 'lifetime_value' }.is_sortable", is(true))
                .body("find { it.code == 'last_sign_in_at' }.type", is("DATE"));
        AdminFixture.as(SiteFixture.make().administrator(List.of("Magento_Customer::manage")))
                .get("/rest/V1/customerGrid/columns")
                .then()
                .statusCode(200)
                .body("find { it.code == 'segment_id' }.options.label", not(hasItem(name)));
    }

    private static List<Long> found(String lastname, String condition, Object value) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "lastname")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", lastname)
                .queryParam("searchCriteria[filter_groups][1][filters][0][field]", "segment_id")
                .queryParam("searchCriteria[filter_groups][1][filters][0][condition_type]", condition)
                .queryParam("searchCriteria[filter_groups][1][filters][0][value]", value)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", Long.class);
    }
}
