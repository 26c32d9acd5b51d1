package io.clientele.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.address.AddressDraft;
import io.clientele.address.PersonName;
import io.clientele.store.StoreView;
import io.clientele.store.directory.Countries;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SamplePeopleTest {

    private static final List<StoreView> VIEWS = List.of(
            new StoreView(1, "default", "Default Store View", 1, 1, true),
            new StoreView(2, "europe", "Europe", 2, 2, true));

    @Inject
    Countries countries;

    @Test
    void the_same_people_are_invented_every_time() {
        assertThat(new SamplePeople(VIEWS).first(200)).isEqualTo(new SamplePeople(VIEWS).first(200));
        assertThat(new SamplePeople(VIEWS).first(50))
                .isEqualTo(new SamplePeople(VIEWS).first(200).subList(0, 50));
    }

    @Test
    void everybody_has_an_email_address_of_their_own_and_a_name_that_can_be_stored() {
        List<SamplePerson> people = new SamplePeople(VIEWS).first(2_000);
        assertThat(people).hasSize(2_000);
        assertThat(people.stream().map(SamplePerson::email))
                .doesNotHaveDuplicates()
                .allMatch(email -> email.matches("[a-z]+(\\.[a-z0-9]+)*@example\\.com"));
        assertThat(people)
                .allMatch(person -> PersonName.isValid(person.firstname()))
                .allMatch(person -> PersonName.isValid(person.lastname()));
    }

    @Test
    void every_address_has_a_region_and_a_postcode_of_its_country() {
        List<AddressDraft> addresses = new SamplePeople(VIEWS)
                .first(2_000).stream()
                        .flatMap(person -> person.addresses().stream())
                        .toList();
        assertThat(addresses).hasSizeGreaterThan(2_000);
        assertThat(addresses).allSatisfy(address -> {
            assertThat(countries.postcodeFits(address.countryId(), address.postcode()))
                    .as("%s %s", address.countryId(), address.postcode())
                    .isTrue();
            if (countries.hasRegions(address.countryId())) {
                assertThat(countries.regionByCode(address.countryId(), address.regionCode()))
                        .as("%s %s", address.countryId(), address.regionCode())
                        .isPresent();
            }
        });
    }
}
