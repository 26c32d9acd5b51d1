package io.clientele.attribute;

import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.store.directory.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The options of attributes: their own or, for some built-in ones, what other features have. */
@ApplicationScoped
class OptionSources {

    private final Stores stores;
    private final Groups groups;
    private final Countries countries;
    private final BuiltInParts builtIn;

    @Inject
    OptionSources(Stores stores, Groups groups, Countries countries, BuiltInParts builtIn) {
        this.stores = stores;
        this.groups = groups;
        this.countries = countries;
        this.builtIn = builtIn;
    }

    List<AttributeMetadata.Option> of(Attribute attribute, int storeId, StoreView view) {
        if (attribute.userDefined()) {
            return own(attribute, storeId);
        }
        return switch (attribute.code()) {
            case "website_id" ->
                stores.websites().stream()
                        .filter(website -> website.id() != Website.ADMIN)
                        .map(website -> option(website.id(), website.name()))
                        .toList();
            case "store_id" ->
                stores.views().stream()
                        .filter(each -> each.id() != StoreView.ADMIN)
                        .map(each -> option(each.id(), each.name()))
                        .toList();
            case "group_id" ->
                groups.all().stream()
                        .filter(group -> group.id() != Group.NOT_LOGGED_IN)
                        .map(group -> option(group.id(), group.code()))
                        .toList();
            case "country_id" ->
                countries.allowed(view).stream()
                        .map(country ->
                                new AttributeMetadata.Option(country.id(), country.name(countries.locale(view)), false))
                        .sorted(Comparator.comparing(AttributeMetadata.Option::label))
                        .toList();
            case "prefix" -> builtIn.choices(BuiltInSettings.PREFIX_OPTIONS, view.websiteId());
            case "suffix" -> builtIn.choices(BuiltInSettings.SUFFIX_OPTIONS, view.websiteId());
            default -> own(attribute, storeId);
        };
    }

    private static List<AttributeMetadata.Option> own(Attribute attribute, int storeId) {
        return attribute.options().stream()
                .map(option -> new AttributeMetadata.Option(
                        option.value(), option.label().in(storeId), option.isDefault()))
                .toList();
    }

    private static AttributeMetadata.Option option(int id, String label) {
        return new AttributeMetadata.Option(Integer.toString(id), label, false);
    }
}
