package io.clientele.transfer;

import io.clientele.pricing.TierPriceFile;
import io.clientele.shared.Refusal;
import java.util.Map;

/** Finds the column that a refusal of a tier price is about: the contract's words name it, by labels and without the file's value. */
final class TierPriceFaults {

    private static final Map<String, String> COLUMNS = Map.of(
            "Invalid attribute SKU =", TierPriceFile.SKU,
            "Invalid attribute Price =", TierPriceFile.PRICE,
            "Invalid attribute Price Type =", TierPriceFile.TYPE,
            "Invalid attribute Quantity =", TierPriceFile.QUANTITY,
            "Invalid attribute Website ID =", TierPriceFile.WEBSITE,
            "No such entity with Customer Group =", TierPriceFile.GROUP);

    private TierPriceFaults() {}

    static BadCell of(FileRow row, Refusal refusal) {
        return COLUMNS.entrySet().stream()
                .filter(each -> refusal.template().startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(column -> new BadCell(column, TransferRefusals.invalid(column, row.text(column))))
                .orElseGet(() -> new BadCell(null, TransferRefusals.ofTierPrice(refusal)));
    }
}
