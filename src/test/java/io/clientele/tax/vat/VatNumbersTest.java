package io.clientele.tax.vat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatNumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Belgium has given numbers that begin with 1 since 2023; the lists are older. */
    private static final List<String> NEWER = List.of("BE1602602623", "BE1400521335", "BE1400004463");

    /** Of each state a number that is right, and one that looks like it and is not. */
    @ParameterizedTest
    @CsvSource({
        "AT, ATU13585627, ATU13585626",
        "BE, BE 0403.170.701, BE 0403.170.702",
        "BG, BG175074752, BG175074751",
        "CH, CHE-107.787.577 IVA, CHE-107.787.578 IVA",
        "CY, CY10259033P, CY10259033Z",
        "CZ, CZ25123891, CZ25123890",
        "DE, DE 136 695 976, DE 136 695 978",
        "DK, DK13585628, DK13585627",
        "EE, EE 100 931 558, EE 100 594 103",
        "GR, EL 094259216, EL 123456781",
        "ES, ES-B58378431, ES-B64717839",
        "FI, FI 20774740, FI 20774741",
        "FR, FR 40 303 265 045, FR 84 323 140 391",
        "GB, GB 980 7806 84, GB 802311781",
        "HR, HR 33392005961, HR 33392005962",
        "HU, HU-12892312, HU-12892313",
        "IE, IE 6433435F, IE 6433435E",
        "IE, IE 6433435OA, IE 6433435VH",
        "IT, IT 00743110157, IT 00743110158",
        "LT, LT119511515, LT100001919018",
        "LU, LU 150 274 42, LU 150 274 43",
        "LV, LV 4000 3521 600, LV 4000 3521 601",
        "MT, MT 1167-9112, MT 1167-9113",
        "NL, NL123456789B13, NL123456789B90",
        "NL, NL 002455799B11, NL 002455798B11",
        "NO, NO 995 525 828 MVA, NO 995 525 829 MVA",
        "PL, PL 8567346215, PL 8567346216",
        "PT, PT 501 964 843, PT 501 964 842",
        "RO, RO 185 472 90, RO 185 472 91",
        "SE, SE 556188840401, SE 556188840301",
        "SI, SI 5022 3054, SI 5022 3055",
        "SK, SK 202 274 96 19, SK 202 274 96 18",
    })
    void a_right_number_is_told_from_a_slip_of_the_pen(String country, String right, String wrong) {
        assertThat(VatNumbers.form(VatNumber.of(country, right))).as(right).isEqualTo(VatForm.RIGHT);
        assertThat(VatNumbers.form(VatNumber.of(country, wrong))).as(wrong).isEqualTo(VatForm.WRONG_CHECK_DIGITS);
    }

    @Test
    void what_does_not_look_like_a_number_of_the_country_is_malformed() {
        for (String written : List.of("", "DE", "DE12345678", "DE1234567890", "DE023456789", "FR40303265045", "<x>")) {
            assertThat(VatNumbers.form(VatNumber.of("DE", written))).as(written).isEqualTo(VatForm.MALFORMED);
        }
        assertThat(VatNumbers.form(VatNumber.of("US", "123456789"))).isEqualTo(VatForm.UNKNOWN_COUNTRY);
    }

    @Test
    void the_letters_before_a_number_may_be_left_out_and_signs_between_do_not_matter() {
        VatNumber number = new VatNumber("DE", "136695976");
        for (String written : List.of("136695976", "DE136695976", "de 136-695.976", " DE\t136/695/976 ")) {
            assertThat(VatNumber.of("DE", written)).as(written).isEqualTo(number);
        }
        assertThat(VatNumber.of("GR", "GR094259216")).isEqualTo(VatNumber.of("GR", "EL 094259216"));
        assertThat(VatNumber.of("GR", "094259216").state()).isEqualTo("EL");
    }

    @Test
    void all_states_of_the_union_and_three_more_are_known() {
        assertThat(VatNumbers.states())
                .containsExactlyInAnyOrder(
                        "AT BE BG CH CY CZ DE DK EE EL ES FI FR GB HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK"
                                .split(" "));
    }

    /**
     * The lists of valid and invalid numbers of the jsvat project, where {@code CLIENTELE_TEST_VAT_VECTORS} names the
     * file: they are not ours to copy.
     */
    @Test
    void the_published_vectors_are_judged_as_they_say() throws IOException {
        String file = System.getenv("CLIENTELE_TEST_VAT_VECTORS");
        assumeTrue(file != null && Files.exists(Path.of(file)), "no file of vectors is named");
        Map<String, String> known = new HashMap<>();
        VatNumbers.states().forEach(state -> known.put(state.equals("EL") ? "GR" : state, state));
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (JsonNode list : JSON.readTree(Path.of(file).toFile())) {
            String country = list.get("codes").get(0).asText();
            if (!known.containsKey(country)) {
                continue;
            }
            for (String verdict : List.of("valid", "validOnlyByFormat", "invalid")) {
                for (JsonNode number : list.get(verdict)) {
                    judged++;
                    VatForm form = VatNumbers.form(VatNumber.of(country, number.asText()));
                    if (verdict.equals("valid") != (form == VatForm.RIGHT) && !NEWER.contains(number.asText())) {
                        wrong.add(number.asText() + " is " + form + " and should be " + verdict);
                    }
                }
            }
        }
        assertThat(judged).isGreaterThan(1_500);
        assertThat(wrong).isEmpty();
    }
}
