package io.clientele.transfer;

import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.pricing.TierPriceDraft;
import io.clientele.pricing.TierPriceFile;
import io.clientele.pricing.TierPriceService;
import io.clientele.shared.Fold;
import io.clientele.shared.load.LoadResult;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes over tier prices of products that there are. */
@ApplicationScoped
class TierPriceRowImport implements RowImport {

    private static final String TIER_PRICES = "tier_prices";

    /** The name of all groups in files. */
    private static final String ALL_GROUPS = "ALL GROUPS";

    private final TierPriceService prices;
    private final StoredFactRepository stored;
    private final Groups groups;
    private final Stores stores;

    @Inject
    TierPriceRowImport(TierPriceService prices, StoredFactRepository stored, Groups groups, Stores stores) {
        this.prices = prices;
        this.stored = stored;
        this.groups = groups;
        this.stores = stores;
    }

    @Override
    public boolean takes(TransferKind kind) {
        return kind == TransferKind.ADVANCED_PRICING;
    }

    @Override
    public void take(ImportDraft how, List<RowGroup> rows, ImportPart part, boolean write) {
        List<FileRow> taken = new ArrayList<>();
        List<TierPriceDraft> drafts = new ArrayList<>();
        for (RowGroup group : rows) {
            FileRow row = group.first();
            try {
                if (row.fault() != null) {
                    throw row.fault();
                }
                if (!TierPriceFile.isSkuOnly(row::text)) {
                    drafts.add(TierPriceFile.draft(cell(how, row, part.announced()), websiteId(how, row)));
                    taken.add(row);
                }
            } catch (BadCell bad) {
                part.refuse(row, bad);
            }
        }
        LoadResult result = write ? prices.enter(drafts) : prices.check(drafts);
        Set<Long> told = new HashSet<>();
        for (LoadResult.LineFailure failure : result.failures()) {
            if (told.add(failure.line())) {
                FileRow row = taken.get((int) failure.line() - 1);
                part.refuse(row, TierPriceFaults.of(row, failure.refusal()));
            }
        }
        part.count(result.created(), result.updated() + result.ignored(), result.ignored());
    }

    /** The cells in the words of here. A group that another file brings is as good as all groups while nothing is written. */
    private UnaryOperator<String> cell(ImportDraft how, FileRow row, Announced announced) {
        return column -> {
            String text = row.text(column);
            if (!column.equals(TierPriceFile.GROUP)) {
                return text;
            }
            String code = how.translation().group(text);
            if (announced.hasGroup(code) || code.equalsIgnoreCase(ALL_GROUPS)) {
                return ALL_GROUPS;
            }
            return groups.byCode(code).map(Group::code).orElse(code);
        };
    }

    private int websiteId(ImportDraft how, FileRow row) {
        String name = row.text(TierPriceFile.WEBSITE);
        return known(how, name)
                .orElseThrow(() ->
                        new BadCell(TierPriceFile.WEBSITE, TransferRefusals.invalid(TierPriceFile.WEBSITE, name)));
    }

    private Optional<Integer> known(ImportDraft how, String name) {
        if (TierPriceFile.isAllWebsites(name)) {
            return Optional.of(Website.ADMIN);
        }
        String code = how.translation().website(name).toLowerCase(Locale.ROOT);
        return stores.websites().stream()
                .filter(website -> website.id() != Website.ADMIN
                        && website.code().toLowerCase(Locale.ROOT).equals(code))
                .map(Website::id)
                .findFirst();
    }

    @Override
    public void count(ImportDraft how, List<RowGroup> rows, Tally tally) {
        List<FileRow> said = rows.stream()
                .map(RowGroup::first)
                .filter(row -> row.fault() == null && !TierPriceFile.isSkuOnly(row::text))
                .toList();
        Map<String, List<StoredFactRepository.StoredPrice>> here =
                stored
                        .prices(said.stream()
                                .map(TierPriceRowImport::skuKey)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(StoredFactRepository.StoredPrice::skuKey));
        for (FileRow row : said) {
            Optional<Integer> websiteId = known(how, row.text(TierPriceFile.WEBSITE));
            String website = websiteId
                    .map(id -> id == Website.ADMIN ? "" : stores.website(id).code())
                    .orElse(row.text(TierPriceFile.WEBSITE));
            String code = how.translation().group(row.text(TierPriceFile.GROUP));
            boolean all = code.equalsIgnoreCase(ALL_GROUPS);
            Integer groupId = all ? null : groups.byCode(code).map(Group::id).orElse(null);
            tally.named(TIER_PRICES, website, code);
            if (websiteId.isPresent()
                    && (all || groupId != null)
                    && here.getOrDefault(skuKey(row), List.of()).stream()
                            .anyMatch(price -> isSo(price, row, websiteId.get(), groupId))) {
                tally.found(TIER_PRICES, website, code);
            }
        }
    }

    private static String skuKey(FileRow row) {
        return Fold.key(row.text(TierPriceFile.SKU));
    }

    /** Whether a price of the row's product is what the row says. */
    private static boolean isSo(
            StoredFactRepository.StoredPrice price, FileRow row, int websiteId, @Nullable Integer groupId) {
        return price.websiteId() == websiteId
                && (groupId == null ? price.groupId() == null : groupId.equals(price.groupId()))
                && is(price.quantity(), row.text(TierPriceFile.QUANTITY))
                && is(price.value(), row.text(TierPriceFile.PRICE));
    }

    private static boolean is(BigDecimal stored, String text) {
        return FileNumbers.read(text)
                .map(number ->
                        number.setScale(stored.scale(), RoundingMode.HALF_UP).compareTo(stored) == 0)
                .orElse(false);
    }
}
