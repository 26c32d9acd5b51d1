package io.clientele.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaxTermsTest {

    private static final PriceCurrency EUR = new PriceCurrency("EUR", BigDecimal.ONE);

    private final Random random = new Random(20_261_127);

    @Test
    void tax_is_added_to_prices_without_it() {
        TaxTerms terms = terms("8.25", false, "0", false);
        assertThat(terms.unit(amount("9.99"), EUR)).hasToString("Unit[net=9.99, gross=10.81]");
        assertThat(row(terms, "9.99", "3")).isEqualTo("29.97 32.44");
    }

    @Test
    void by_unit_the_tax_of_one_is_multiplied() {
        assertThat(row(terms("8.25", false, "0", true), "9.99", "3")).isEqualTo("29.97 32.43");
    }

    @Test
    void tax_is_taken_out_of_prices_with_it() {
        TaxTerms terms = terms("19", true, "19", false);
        assertThat(terms.unit(amount("119.00"), EUR)).hasToString("Unit[net=100.00, gross=119.00]");
        assertThat(row(terms, "9.99", "3")).isEqualTo("25.18 29.97");
    }

    @Test
    void where_the_shoppers_rate_is_another_the_price_without_tax_stays() {
        assertThat(terms("20", true, "19", false).unit(amount("119.00"), EUR))
                .hasToString("Unit[net=100.00, gross=120.00]");
        assertThat(terms("0", true, "19", false).unit(amount("119.00"), EUR))
                .hasToString("Unit[net=100.00, gross=100.00]");
    }

    @Test
    void without_a_rate_nothing_is_added() {
        assertThat(row(terms("0", false, "0", false), "9.99", "2.5")).isEqualTo("24.98 24.98");
    }

    @Test
    void a_row_with_tax_is_never_less_than_the_row_without_and_grows_with_the_quantity() {
        for (int run = 0; run < 20_000; run++) {
            TaxTerms terms = new TaxTerms(percent(), random.nextBoolean(), percent(), random.nextBoolean());
            TaxTerms.Unit unit = terms.unit(BigDecimal.valueOf(random.nextInt(100_000), 2), EUR);
            BigDecimal one = BigDecimal.valueOf(1 + random.nextInt(100_000), 4);
            BigDecimal more = one.add(BigDecimal.valueOf(random.nextInt(100_000), 4));
            TaxTerms.Row less = terms.row(unit, one, EUR);
            TaxTerms.Row larger = terms.row(unit, more, EUR);
            assertThat(less.gross()).isGreaterThanOrEqualTo(less.net());
            assertThat(larger.gross()).isGreaterThanOrEqualTo(less.gross());
            assertThat(less.gross().scale()).isEqualTo(2);
            assertThat(less.net().scale()).isEqualTo(2);
        }
    }

    private static String row(TaxTerms terms, String price, String quantity) {
        TaxTerms.Row row = terms.row(terms.unit(amount(price), EUR), amount(quantity), EUR);
        return row.net() + " " + row.gross();
    }

    private static TaxTerms terms(String percent, boolean included, String includedPercent, boolean byUnit) {
        return new TaxTerms(amount(percent), included, amount(includedPercent), byUnit);
    }

    private BigDecimal percent() {
        return BigDecimal.valueOf((long) random.nextInt(3) * random.nextInt(300_000), 4);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
