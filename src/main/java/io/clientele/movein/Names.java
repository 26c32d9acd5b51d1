package io.clientele.movein;

import io.clientele.shared.CommandOptions;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.transfer.FileImports;
import io.clientele.transfer.FileImports.Source;
import io.clientele.transfer.TransferKind;
import io.clientele.transfer.Translation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the other shop calls things: by what the command was told, and by its file of groups. */
@ApplicationScoped
class Names {

    static final String WEBSITE = "--website";
    static final String STORE = "--store";
    static final String GROUP = "--group";

    /** The groups that every shop of the contract has. */
    private static final Map<String, String> BUILT_IN =
            Map.of("0", "NOT LOGGED IN", "1", "General", "2", "Wholesale", "3", "Retailer");

    private final FileImports imports;
    private final Stores stores;

    @Inject
    Names(FileImports imports, Stores stores) {
        this.imports = imports;
        this.stores = stores;
    }

    /** @throws io.clientele.shared.Refusal when a pair is none, or names a website or store view that is not here */
    Translation of(CommandOptions options, List<Source> sources) {
        Map<String, String> websites = pairs(options, WEBSITE);
        Map<String, String> views = pairs(options, STORE);
        Map<String, String> groups = pairs(options, GROUP);
        websites.values().forEach(this::demandWebsite);
        views.values().forEach(this::demandView);
        Map<String, String> groupIds = new TreeMap<>(BUILT_IN);
        sources.stream()
                .filter(source -> source.kind() == TransferKind.CUSTOMER_GROUP)
                .forEach(source -> imports.groupCodes(source).forEach(groupIds::put));
        // A number may be meant as an id, or be somebody's code.
        groups.forEach((there, here) -> {
            if (there.matches("\\d+")) {
                groupIds.put(there, here);
            }
        });
        return new Translation(websites, views, groups, groupIds, true);
    }

    private static Map<String, String> pairs(CommandOptions options, String name) {
        Map<String, String> pairs = new HashMap<>();
        options.values(name).forEach(value -> {
            int between = value.indexOf('=');
            if (between < 1 || between == value.length() - 1) {
                throw MoveInRefusals.noPair(name, value);
            }
            pairs.put(
                    value.substring(0, between).strip(),
                    value.substring(between + 1).strip());
        });
        return new TreeMap<>(pairs);
    }

    private void demandWebsite(String code) {
        if (stores.websiteByCode(code).isEmpty()) {
            throw MoveInRefusals.notHere("website", code);
        }
    }

    private void demandView(String code) {
        if (stores.viewByCode(code).map(StoreView::id).orElse(0) == StoreView.ADMIN) {
            throw MoveInRefusals.notHere("store view", code);
        }
    }
}
