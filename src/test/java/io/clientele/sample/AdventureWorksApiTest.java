package io.clientele.sample;

import static io.clientele.AdminFixture.asAdmin;
import static io.clientele.customer.CustomerFixture.createByAdmin;
import static io.clientele.customer.CustomerFixture.customerWithAddresses;
import static io.clientele.customer.CustomerFixture.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class AdventureWorksApiTest {

    private static final String NAME = "AdventureWorks_Customers.csv";
    private static final String HEADER =
            "CustomerKey,Prefix,FirstName,LastName,BirthDate,MaritalStatus,Gender,EmailAddress,AnnualIncome";

    @Inject
    AdventureWorksLoad load;

    @TempDir
    Path folder;

    @Test
    void a_file_as_it_is_published_is_loaded_with_its_names_dates_and_genders() throws Exception {
        String one = email();
        String two = email();
        write(
                "\uFEFF" + HEADER,
                "91001,MR.,JOSÉ,MUÑOZ,04/08/1966,M,M," + one + ",\"$90,000 \"",
                "91002,,WENDY,DOMINGUEZ,2/24/1948,M,NA," + two + ",\"$10,000 \"");

        assertThat(load.load(folder)).isEqualTo(new BatchLoad.Result(2, 2));

        JsonPath jose = find("AW-91001");
        assertThat(jose.getString("items[0].email")).isEqualTo(one);
        assertThat(jose.getString("items[0].firstname")).isEqualTo("JOSÉ");
        assertThat(jose.getString("items[0].lastname")).isEqualTo("MUÑOZ");
        assertThat(jose.getString("items[0].prefix")).isEqualTo("MR.");
        assertThat(jose.getString("items[0].dob")).isEqualTo("1966-04-08");
        assertThat(jose.getInt("items[0].gender")).isEqualTo(1);
        assertThat(jose.getInt("items[0].group_id")).isEqualTo(1);
        assertThat(jose.getInt("items[0].website_id")).isEqualTo(1);
        JsonPath wendy = find("AW-91002");
        assertThat(wendy.getString("items[0].dob")).isEqualTo("1948-02-24");
        assertThat(wendy.getInt("items[0].gender")).isEqualTo(3);
        assertThat(wendy.getMap("items[0]")).doesNotContainKey("prefix");
    }

    @Test
    void loading_again_changes_customers_and_doubles_none() throws Exception {
        String person = email();
        writePacked(HEADER, line(91_011, "JON", person));
        load.load(folder);
        int id = find("AW-91011").getInt("items[0].id");
        writePacked(HEADER, line(91_011, "JOHN", person));

        assertThat(load.load(folder)).isEqualTo(new BatchLoad.Result(1, 0));

        JsonPath found = find("AW-91011");
        assertThat(found.getInt("total_count")).isEqualTo(1);
        assertThat(found.getInt("items[0].id")).isEqualTo(id);
        assertThat(found.getString("items[0].firstname")).isEqualTo("JOHN");
    }

    @Test
    void a_customer_who_is_there_with_the_email_address_gets_the_external_id_and_keeps_its_addresses()
            throws Exception {
        Map<String, Object> ada = customerWithAddresses(2);
        long id = createByAdmin(ada);
        write(HEADER, line(91_021, "AUGUSTA", ada.get("email").toString().toUpperCase(Locale.ROOT)));

        assertThat(load.load(folder)).isEqualTo(new BatchLoad.Result(1, 0));

        asAdmin()
                .get("/rest/V1/customers/" + id)
                .then()
                .statusCode(200)
                .body("firstname", is("AUGUSTA"))
                .body("extension_attributes.external_id", is("AW-91021"))
                .body("addresses.size()", is(2));
    }

    @Test
    void what_stands_before_a_wrong_line_stays_and_a_repeat_goes_on() throws Exception {
        String first = email();
        String second = email();
        write(HEADER, line(91_031, "JON", first), line(91_032, "EUGENE", "not an address"), line(91_033, "R", second));

        assertThatThrownBy(() -> load.load(folder))
                .isInstanceOf(LoadFailure.class)
                .hasMessage(NAME + ", line 3: \"Email\" is not a valid email address.");
        assertThat(find("AW-91031").getInt("total_count")).isEqualTo(1);
        assertThat(find("AW-91033").getInt("total_count")).isZero();

        write(HEADER, line(91_031, "JON", first), line(91_032, "EUGENE", email()), line(91_033, "RUBEN", second));
        assertThat(load.load(folder)).isEqualTo(new BatchLoad.Result(3, 2));
    }

    @Test
    void a_line_that_is_cut_short_is_told_by_its_number() throws Exception {
        write(HEADER, line(91_041, "JON", email()), "91042,MR.,EUGENE");
        assertThatThrownBy(() -> load.load(folder))
                .isInstanceOf(LoadFailure.class)
                .hasMessageStartingWith(NAME + ", after line 2: ");
        assertThat(find("AW-91041").getInt("total_count")).isEqualTo(1);
    }

    @Test
    void a_field_that_is_not_what_it_must_be_is_named() throws Exception {
        refuses(
                "91051,MR.,JON,YANG,31/12/1966,M,M,a@example.com,",
                "BirthDate is not a date like 12/31/1999: 31/12/1966");
        refuses(
                "91051,MR.,JON,YANG,2/30/1966,M,M,a@example.com,",
                "BirthDate is not a date like 12/31/1999: 2/30/1966");
        refuses("91051,MR.,JON,YANG,12/31/1966,M,X,a@example.com,", "Gender is not M, F or NA: X");
        refuses(",MR.,JON,YANG,12/31/1966,M,M,a@example.com,", "CustomerKey is empty");
        refuses("91051,MR.,,YANG,12/31/1966,M,M,a@example.com,", "\"First Name\" is a required value.");
        assertThat(find("AW-91051").getInt("total_count")).isZero();
    }

    @Test
    void bytes_that_are_not_text_are_refused() throws Exception {
        Files.write(
                folder.resolve(NAME),
                List.of(HEADER, "91061,MR.,JOSÉ,YANG,12/31/1966,M,M,a@example.com,"),
                StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> load.load(folder)).hasMessage(NAME + ", line 2: FirstName is not UTF-8 text");
    }

    @Test
    void the_same_customer_twice_in_one_file_is_one_customer() throws Exception {
        String person = email();
        write(HEADER, line(91_071, "JON", person), line(91_071, "JOHN", person), line(91_072, "RUBEN", email()));
        assertThat(load.load(folder)).isEqualTo(new BatchLoad.Result(3, 2));
        assertThat(find("AW-91071").getInt("total_count")).isEqualTo(1);
        assertThat(find("AW-91071").getString("items[0].firstname")).isEqualTo("JOHN");
    }

    @Test
    void a_folder_without_the_file_and_a_file_without_a_column_are_told() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> load.load(nowhere)).hasMessage("there is no folder " + nowhere);
        assertThatThrownBy(() -> load.load(folder))
                .hasMessage("the folder " + folder + " has neither " + NAME + " nor " + NAME + ".gz");
        write("CustomerKey,Prefix,FirstName,LastName,BirthDate,Gender", "1,MR.,JON,YANG,04/08/1966,M");
        assertThatThrownBy(() -> load.load(folder)).hasMessage(NAME + " has no column EmailAddress");
        Path file = folder.resolve(NAME);
        assertThatThrownBy(() -> load.load(file)).hasMessage(file + " is not a folder");
        Files.delete(file);
        Files.writeString(folder.resolve(NAME + ".gz"), HEADER);
        assertThatThrownBy(() -> load.load(folder))
                .hasMessageStartingWith(folder.resolve(NAME + ".gz") + " cannot be read: ");
    }

    private void refuses(String line, String reason) throws IOException {
        write(HEADER, line);
        assertThatThrownBy(() -> load.load(folder))
                .isInstanceOf(LoadFailure.class)
                .hasMessage(NAME + ", line 2: " + reason);
    }

    private static String line(int key, String first, String email) {
        return key + ",MR.," + first + ",YANG,4/8/1966,M,M," + email + ",\"$90,000 \"";
    }

    private void write(String... lines) throws IOException {
        Files.writeString(folder.resolve(NAME), String.join("\r\n", lines) + "\r\n");
    }

    private void writePacked(String... lines) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(NAME + ".gz")))) {
            out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static JsonPath find(String externalId) {
        return asAdmin()
                .queryParam("searchCriteria[filter_groups][0][filters][0][field]", "external_id")
                .queryParam("searchCriteria[filter_groups][0][filters][0][value]", externalId)
                .get("/rest/V1/customers/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
