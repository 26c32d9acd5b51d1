package io.clientele.assistance;

import io.clientele.store.Settings;
import io.clientele.store.StoreConfigNode;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;

/** What a storefront writes beside the box with which customers give their consent. */
@GraphQLApi
public class AssistanceConfigGraphQL {

    private final Settings settings;

    @Inject
    AssistanceConfigGraphQL(Settings settings) {
        this.settings = settings;
    }

    @Name("shopping_assistance_checkbox_title")
    public List<String> shoppingAssistanceCheckboxTitle(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> settings.text(AssistanceSettings.TITLE, config.view()))
                .toList();
    }

    @Name("shopping_assistance_checkbox_tooltip")
    public List<String> shoppingAssistanceCheckboxTooltip(@Source List<StoreConfigNode> configs) {
        return configs.stream()
                .map(config -> settings.text(AssistanceSettings.TOOLTIP, config.view()))
                .toList();
    }
}
