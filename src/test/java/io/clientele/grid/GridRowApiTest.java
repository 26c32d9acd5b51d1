package io.clientele.grid;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.attribute.AttributeFixture.CUSTOMERS;
import static io.clientele.attribute.AttributeFixture.created;
import static io.clientele.customer.CustomerFixture.address;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customer;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.email;
import static io.clientele.customer.CustomerFixture.with;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.clientele.attribute.AttributeFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes in a row of the grid, and the columns that attributes add to it. */
@QuarkusTest
class GridRowApiTest {

    @Test
    void what_the_grid_lets_edit_is_changed_and_the_rest_stays() {
        long id = createByAdmin(customerWithAddresses(2));
        String email = email();
        edit(
                        id,
                        Map.of(
                                "email",
                                email,
                                "group_id",
                                2,
                                "taxvat",
                                "DE1",
                                "gender",
                                2,
                                "billing_telephone",
                                "+1 000",
                                "billing_postcode",
                                "78799"))
                .statusCode(200)
                .body("email", is(email))
                .body("group_id", is(2))
                .body("taxvat", is("DE1"))
                .body("gender", is(2))
                .body("firstname", is("Ada"))
                .body("addresses.telephone", equalTo(List.of("+1 000", "+1 512 555 0100")))
                .body("addresses.postcode", equalTo(List.of("78799", "78701")))
                .body("addresses[0].city", is("Town 0"));
    }

    @Test
    void a_row_is_changed_whole_or_not_at_all() {
        long id = createByAdmin(with(customer(), "addresses", List.of(address())));
        edit(id, Map.of("taxvat", "DE2", "billing_postcode", "1"))
                .statusCode(400)
                .body("message", is("The customer has no default billing address."));
        asAdmin().get("/rest/V1/customers/" + id).then().body("taxvat", not(is("DE2")));
        edit(id, Map.of("group_id", 987654)).statusCode(400);
        edit(987654321, Map.of("taxvat", "x"))
                .statusCode(404)
                .body("message", is("No such entity with %fieldName = %fieldValue"));
    }

    @Test
    void what_the_grid_does_not_let_edit_is_refused() {
        long id = createByAdmin(customer());
        edit(id, Map.of("firstname", "Eve")).statusCode(400);
    }

    @Test
    void an_attribute_adds_a_column_that_filters_and_is_edited_and_goes_with_it() {
        String code = created(
                "select",
                "options",
                List.of(Map.of("label", "Red"), Map.of("label", "Blue")),
                "is_used_in_grid",
                true,
                "is_filterable_in_grid",
                true);
        String column = "find { it.code == '" + code + "' }";
        String value = columns()
                .body(column + ".label", is("The " + code))
                .body(column + ".type", is("SELECT"))
                .body(column + ".is_filterable", is(true))
                .body(column + ".options.label", equalTo(List.of("Red", "Blue")))
                .extract()
                .path(column + ".options[1].value");
        long id = createByAdmin(customer());
        edit(id, Map.of("custom_attributes", List.of(Map.of("attribute_code", code, "value", value))))
                .statusCode(200)
                .body("custom_attributes[0].value", is(value));
        asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", code)
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", value)
                .get("/rest/V1/customers/search")
                .then()
                .body("items.id", equalTo(List.of((int) id)));
        AttributeFixture.delete(CUSTOMERS, code).statusCode(200);
        columns().body("code", not(hasItem(code)));
    }

    private static ValidatableResponse columns() {
        return asAdmin().get("/rest/V1/customerGrid/columns").then().statusCode(200);
    }

    private static ValidatableResponse edit(long id, Map<String, Object> row) {
        return asAdmin()
                .body(Map.of("row", row))
                .put("/rest/V1/customerGrid/rows/" + id)
                .then();
    }
}
