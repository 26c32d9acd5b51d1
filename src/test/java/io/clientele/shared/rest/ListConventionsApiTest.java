package io.clientele.shared.rest;

import static io.clientele.AdminFixture.asAdmin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Search criteria and field filters as clients write them into the URL, shown on the routes of groups. */
@QuarkusTest
class ListConventionsApiTest {

    private static final String GROUPS = "/rest/V1/customerGroups";

    @Test
    void a_search_without_criteria_is_refused_and_an_empty_one_asks_for_everything() {
        search("")
                .statusCode(400)
                .body("message", is("\"%fieldName\" is required. Enter and try again."))
                .body("parameters.fieldName", is("searchCriteria"));
        for (String all : new String[] {"?searchCriteria", "?searchCriteria=", "?search_criteria="}) {
            search(all)
                    .statusCode(200)
                    .body("items.id", org.hamcrest.Matchers.hasItems(0, 1, 2, 3))
                    .body("search_criteria.filter_groups", empty())
                    .body("search_criteria.page_size", nullValue())
                    .body("total_count", greaterThan(3));
        }
    }

    @Test
    void spellings_and_encodings_may_be_mixed_and_the_criteria_come_back_in_one() {
        search("?searchCriteria[filterGroups][3][filters][7][field]=id"
                        + "&searchCriteria[filter_groups][3][filters][7][value]=1,2,3"
                        + "&searchCriteria%5BfilterGroups%5D%5B3%5D%5Bfilters%5D%5B7%5D%5BconditionType%5D=in"
                        + "&search_criteria[sortOrders][0][field]=id&searchCriteria[sort_orders][0][direction]=desc"
                        + "&searchCriteria[pageSize]=2&searchCriteria[current_page]=1")
                .statusCode(200)
                .body("items.id", contains(3, 2))
                .body("total_count", is(3))
                .body("search_criteria.filter_groups[0].filters[0].field", is("id"))
                .body("search_criteria.filter_groups[0].filters[0].value", is("1,2,3"))
                .body("search_criteria.filter_groups[0].filters[0].condition_type", is("in"))
                .body("search_criteria.sort_orders[0].field", is("id"))
                .body("search_criteria.sort_orders[0].direction", is("DESC"))
                .body("search_criteria.page_size", is(2))
                .body("search_criteria.current_page", is(1));
    }

    @Test
    void a_page_beyond_the_end_is_empty_and_tells_the_true_total() {
        String shipped = "?searchCriteria[filter_groups][0][filters][0][field]=id"
                + "&searchCriteria[filter_groups][0][filters][0][value]=3"
                + "&searchCriteria[filter_groups][0][filters][0][condition_type]=lteq&searchCriteria[pageSize]=3";
        search(shipped + "&searchCriteria[currentPage]=9")
                .body("items", empty())
                .body("total_count", is(4));
        search(shipped + "&searchCriteria[currentPage]=2").body("items.id", contains(3));
        search(shipped + "&searchCriteria[currentPage]=0").body("items.id", contains(0, 1, 2));
    }

    @Test
    void wrong_criteria_are_refused_in_words() {
        search("?searchCriteria[filter_groups][0][filters][0][field]=nothing")
                .statusCode(400)
                .body("message", is("Invalid attribute name: %1"))
                .body("parameters", contains("nothing"));
        search("?searchCriteria[filter_groups][0][filters][0][field]=id"
                        + "&searchCriteria[filter_groups][0][filters][0][condition_type]=drop")
                .statusCode(400);
        search("?searchCriteria[sort_orders][0][field]=id&searchCriteria[sort_orders][0][direction]=up")
                .statusCode(400);
        search("?searchCriteria[pageSize]=many").statusCode(400).body("parameters.type", is("int"));
        search("?searchCriteria[filter_groups][0][filters][0][field]=code"
                        + "&searchCriteria[filter_groups][0][filters][0][condition_type]=regexp"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=(")
                .statusCode(400);
        search("?searchCriteria[sort_orders][code]=ASC").statusCode(200);
    }

    @Test
    void a_long_list_of_values_fits_into_the_url() {
        search("?searchCriteria[filter_groups][0][filters][0][field]=id"
                        + "&searchCriteria[filter_groups][0][filters][0][condition_type]=in"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=" + "1,".repeat(5_000) + "2")
                .statusCode(200)
                .body("items.id", contains(1, 2));
    }

    @Test
    void an_answer_can_be_cut_down_to_some_fields() {
        asAdmin().get(GROUPS + "/1?fields=code,id").then().body(equalTo("{\"code\":\"General\",\"id\":1}"));
        asAdmin().get(GROUPS + "/1?fields=nothing").then().body(equalTo("{}"));
        asAdmin().get(GROUPS + "/1?fields=a;b").then().statusCode(200).body(equalTo("[]"));
        asAdmin().get(GROUPS + "/1/permissions?fields=id").then().body(equalTo("true"));
        search("?searchCriteria[filter_groups][0][filters][0][field]=id"
                        + "&searchCriteria[filter_groups][0][filters][0][value]=2&fields=items[code],total_count")
                .body(equalTo("{\"items\":[{\"code\":\"Wholesale\"}],\"total_count\":1}"));
        String code = UUID.randomUUID().toString().substring(0, 8);
        asAdmin()
                .body("{\"group\":{\"code\":\"" + code + "\"}}")
                .post(GROUPS + "?fields=code")
                .then()
                .body(equalTo("{\"code\":\"" + code + "\"}"));
        asAdmin()
                .get(GROUPS + "/99999?fields=id")
                .then()
                .statusCode(404)
                .body("$", org.hamcrest.Matchers.hasKey("message"));
        asAdmin().get("/rest/V1/directory/countries?fields=id").then().body("[0].keySet()", hasSize(1));
    }

    private static ValidatableResponse search(String query) {
        return asAdmin()
                .urlEncodingEnabled(false)
                .get(GROUPS + "/search" + query)
                .then();
    }
}
