package io.clientele.tax;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;
import io.clientele.store.Stores;
import io.clientele.store.directory.Countries;
import io.clientele.store.directory.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a tax rate must have. The names of the fields are those the contract gives its refusals. */
@ApplicationScoped
class TaxRateRules {

    private static final int LONGEST_CODE = 255;

    /** What the column holds: eight digits and four decimals. */
    private static final BigDecimal HIGHEST = new BigDecimal("99999999.9999");

    private static final int DECIMALS = 4;

    private final Countries countries;
    private final Stores stores;

    @Inject
    TaxRateRules(Countries countries, Stores stores) {
        this.countries = countries;
        this.stores = stores;
    }

    /**
     * Puts the draft over the row.
     *
     * @throws Refusal naming all that is missing or wrong
     */
    void apply(TaxRateDraft draft, TaxRateEntity row) {
        List<Refusal> wrong = new ArrayList<>();
        place(draft, row, wrong);
        percent(draft.percent(), row, wrong);
        code(draft.code(), row, wrong);
        postcode(draft, row, wrong);
        titles(draft.titles(), row, wrong);
        if (!wrong.isEmpty()) {
            throw Refusal.all(wrong);
        }
    }

    private void place(TaxRateDraft draft, TaxRateEntity row, List<Refusal> wrong) {
        String country = stripped(draft.countryId());
        if (country.isEmpty()) {
            wrong.add(Refusals.required("country_id"));
            return;
        }
        if (countries.country(country).isEmpty()) {
            wrong.add(Refusals.invalidValue("country_id", country));
            return;
        }
        Integer asked = draft.regionId();
        int regionId = asked != null ? asked : country.equals(row.countryId) ? row.regionId : 0;
        Optional<Region> region =
                countries.region(regionId).filter(found -> found.countryId().equals(country));
        if (regionId != 0 && region.isEmpty()) {
            wrong.add(Refusals.invalidValue("region_id", regionId));
            return;
        }
        row.countryId = country;
        row.regionId = regionId;
        row.regionCode = region.map(Region::code).orElse(null);
    }

    private static void percent(@Nullable BigDecimal percent, TaxRateEntity row, List<Refusal> wrong) {
        if (percent == null || percent.signum() < 0) {
            // The contract's word for a negative one, too.
            wrong.add(Refusals.required("percentage_rate"));
        } else if (percent.compareTo(HIGHEST) > 0
                || percent.stripTrailingZeros().scale() > DECIMALS) {
            wrong.add(Refusals.invalidValue("percentage_rate", percent));
        } else {
            row.percent = percent.setScale(DECIMALS);
        }
    }

    private static void code(@Nullable String asked, TaxRateEntity row, List<Refusal> wrong) {
        String code = stripped(asked);
        if (code.isEmpty()) {
            wrong.add(Refusals.required("code"));
        } else if (isTooLong(code)) {
            wrong.add(Refusals.tooLong("code", LONGEST_CODE));
        } else {
            row.rename(code);
        }
    }

    private static void postcode(TaxRateDraft draft, TaxRateEntity row, List<Refusal> wrong) {
        if (!draft.range()) {
            String postcode = stripped(draft.postcode());
            if (postcode.isEmpty()) {
                wrong.add(Refusals.required("postcode"));
            } else if (!PostcodePattern.isValid(postcode)) {
                wrong.add(Refusals.invalidValue("postcode", postcode));
            } else {
                row.postcode = postcode;
                row.zipFrom = null;
                row.zipTo = null;
            }
            return;
        }
        boolean begins = bound("zip_from", draft.zipFrom(), wrong);
        boolean ends = bound("zip_to", draft.zipTo(), wrong);
        if (!begins || !ends || draft.zipFrom() == null || draft.zipTo() == null) {
            return;
        }
        if (draft.zipFrom() > draft.zipTo()) {
            wrong.add(TaxRefusals.rangeEndsBeforeItBegins());
            return;
        }
        row.zipFrom = draft.zipFrom();
        row.zipTo = draft.zipTo();
        row.postcode = draft.zipFrom() + "-" + draft.zipTo();
    }

    private static boolean bound(String field, @Nullable Integer value, List<Refusal> wrong) {
        if (value == null || value < 0 || value > 999_999_999) {
            wrong.add(Refusals.invalidValue(field, value == null ? "" : value));
            return false;
        }
        return true;
    }

    private void titles(@Nullable List<TaxRateDraft.Title> titles, TaxRateEntity row, List<Refusal> wrong) {
        if (titles == null) {
            return;
        }
        row.titles.clear();
        for (TaxRateDraft.Title title : titles) {
            Integer store = title.storeId();
            String value = stripped(title.value());
            if (store == null || stores.findView(store).isEmpty()) {
                wrong.add(Refusals.invalidValue("store_id", store == null ? "" : store));
            } else if (isTooLong(value)) {
                wrong.add(Refusals.tooLong("value", LONGEST_CODE));
            } else if (!value.isEmpty()) {
                row.titles.put(store, value);
            }
        }
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST_CODE;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
