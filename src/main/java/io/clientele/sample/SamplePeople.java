package io.clientele.sample;

import io.clientele.address.AddressDraft;
import io.clientele.store.StoreView;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Invents the people of the sample shop: always the same ones in the same order. */
final class SamplePeople {

    private static final long SEED = 20_260_101;

    private static final int GENERAL = 1;
    private static final int WHOLESALE = 2;
    private static final int RETAILER = 3;
    private static final int MALE = 1;
    private static final int FEMALE = 2;

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1940, 1, 1);
    private static final int DAYS_OF_BIRTHS = 24_000;
    private static final LocalDate OPENING = LocalDate.of(2023, 1, 1);
    private static final int DAYS_OPEN = 1_000;
    private static final int MOST_ADDRESSES = 3;

    private final List<StoreView> views;
    private final List<SamplePlace> places = SamplePlace.all();
    private final Random random = new Random(SEED);
    private final Map<Locale, Faker> fakers = new HashMap<>();

    /** @param views the default website's store view and the second one's */
    SamplePeople(List<StoreView> views) {
        this.views = views;
    }

    /** The first people of the shop, the accounts of the examples before the others. */
    List<SamplePerson> first(int count) {
        List<SamplePerson> people = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            people.add(
                    number <= SampleAccounts.ALL.size()
                            ? known(number, SampleAccounts.ALL.get(number - 1))
                            : invented(number));
        }
        return people;
    }

    private SamplePerson known(int number, SampleAccounts.Account account) {
        SamplePlace home = places.get(account.place());
        StoreView view = views.get(home.view());
        return new SamplePerson(
                number,
                view.websiteId(),
                view.id(),
                account.groupId(),
                account.email(),
                account.firstname(),
                account.lastname(),
                null,
                account.dob(),
                account.gender(),
                OPENING + " 08:00:00",
                addresses(number, account.firstname(), account.lastname(), home, 2));
    }

    private SamplePerson invented(int number) {
        SamplePlace home = places.get(random.nextInt(places.size()));
        StoreView view = views.get(home.view());
        Faker faker = faker(home);
        int gender = random.nextBoolean() ? MALE : FEMALE;
        String first =
                gender == MALE ? faker.name().maleFirstName() : faker.name().femaleFirstName();
        String last = faker.name().lastName();
        return new SamplePerson(
                number,
                view.websiteId(),
                view.id(),
                group(),
                email(first, last, number),
                first,
                last,
                prefix(home, gender),
                FIRST_BIRTH.plusDays(random.nextInt(DAYS_OF_BIRTHS)).toString(),
                gender,
                OPENING.plusDays(random.nextInt(DAYS_OPEN)) + " " + time(),
                addresses(number, first, last, home, random.nextInt(MOST_ADDRESSES + 1)));
    }

    /** Most are ordinary customers. */
    private int group() {
        int percent = random.nextInt(100);
        return percent < 80 ? GENERAL : percent < 92 ? WHOLESALE : RETAILER;
    }

    private @Nullable String prefix(SamplePlace home, int gender) {
        boolean english = home.locale().getLanguage().equals("en");
        return !english || random.nextInt(3) > 0 ? null : gender == MALE ? "Mr." : "Ms.";
    }

    private String time() {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", random.nextInt(24), random.nextInt(60), random.nextInt(60));
    }

    /** Of the names' plain letters; the number makes it the person's own. */
    private static String email(String first, String last, int number) {
        String plain = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.]", "")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.|\\.$", "");
        return plain + "." + number + "@example.com";
    }

    /** An address at home, the default one, and others of the same shop's towns. */
    private List<AddressDraft> addresses(int number, String first, String last, SamplePlace home, int count) {
        List<AddressDraft> book = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            SamplePlace place = i == 1 ? home : neighbour(home);
            book.add(address(SamplePerson.externalId(number) + "-" + i, first, last, place, i == 1, count > 1));
        }
        return book;
    }

    private SamplePlace neighbour(SamplePlace home) {
        List<SamplePlace> near =
                places.stream().filter(place -> place.view() == home.view()).toList();
        return near.get(random.nextInt(near.size()));
    }

    private AddressDraft address(
            String externalId, String first, String last, SamplePlace place, boolean home, boolean several) {
        Faker faker = faker(place);
        boolean atWork = several && !home && random.nextBoolean();
        return new AddressDraft(
                null,
                first,
                last,
                null,
                null,
                null,
                atWork ? faker.company().name() : null,
                List.of(faker.address().streetAddress()),
                place.city(),
                faker.regexify(place.postcode()),
                place.country(),
                null,
                null,
                place.regionCode(),
                faker.phoneNumber().phoneNumberInternational(),
                null,
                null,
                home,
                home,
                externalId,
                Map.of());
    }

    private Faker faker(SamplePlace place) {
        return fakers.computeIfAbsent(place.locale(), locale -> new Faker(locale, random));
    }
}
