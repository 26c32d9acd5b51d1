package io.clientele.segment.rule;

import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.attribute.InputType;
import io.clientele.group.Groups;
import io.clientele.segment.rule.tree.Choices;
import io.clientele.segment.rule.tree.ValueType;
import io.clientele.segment.rule.tree.Words;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import io.clientele.store.Website;
import io.clientele.store.directory.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What this installation has now, read from memory. */
@ApplicationScoped
class InstalledThings implements Known {

    private final Attributes attributes;
    private final Groups groups;
    private final Stores stores;
    private final Countries countries;

    @Inject
    InstalledThings(Attributes attributes, Groups groups, Stores stores, Countries countries) {
        this.attributes = attributes;
        this.groups = groups;
        this.stores = stores;
        this.countries = countries;
    }

    @Override
    public Optional<KnownAttribute> attribute(AttributeOwner owner, String code) {
        return attributes.find(owner, code).filter(Attribute::userDefined).map(InstalledThings::known);
    }

    @Override
    public List<KnownAttribute> attributes(AttributeOwner owner) {
        return attributes.custom(owner).stream()
                .filter(Attribute::usedForSegments)
                .map(InstalledThings::known)
                .toList();
    }

    @Override
    public List<RuleOption> options(Choices choices) {
        return switch (choices) {
            case FREE, SEGMENTS, OPTIONS, REGIONS -> List.of();
            case GENDERS -> RuleOption.genders();
            case GROUPS ->
                groups.all().stream()
                        .map(group -> RuleOption.of(group.id(), group.code()))
                        .toList();
            case WEBSITES ->
                stores.websites().stream()
                        .filter(website -> website.id() != Website.ADMIN)
                        .map(website -> RuleOption.of(website.id(), website.name()))
                        .toList();
            case STORES ->
                stores.views().stream()
                        .filter(view -> view.id() != StoreView.ADMIN)
                        .map(view -> RuleOption.of(view.id(), view.name()))
                        .toList();
            case COUNTRIES ->
                countries.all().stream()
                        .map(country -> new RuleOption(country.id(), country.englishName()))
                        .toList();
        };
    }

    @Override
    public boolean has(Choices choices, String value) {
        return switch (choices) {
            case FREE, SEGMENTS, OPTIONS -> true;
            case GENDERS -> Integer.parseInt(value) <= Words.genders().size();
            case GROUPS -> groups.find(Integer.parseInt(value)).isPresent();
            case WEBSITES -> stores.findWebsite(Integer.parseInt(value)).isPresent();
            case STORES -> stores.findView(Integer.parseInt(value)).isPresent();
            case COUNTRIES -> countries.country(value).isPresent();
            case REGIONS -> countries.region(Integer.parseInt(value)).isPresent();
        };
    }

    private static KnownAttribute known(Attribute attribute) {
        return new KnownAttribute(
                attribute.code(),
                attribute.label().in(0),
                type(attribute.input()),
                attribute.options().stream()
                        .map(option ->
                                new RuleOption(option.value(), option.label().in(0)))
                        .toList(),
                attribute.usedForSegments());
    }

    private static ValueType type(InputType input) {
        return switch (input) {
            case TEXT, TEXTAREA, MULTILINE, HIDDEN -> ValueType.TEXT;
            case DATE -> ValueType.DATE;
            case SELECT -> ValueType.SELECT;
            case MULTISELECT -> ValueType.SET;
            case BOOLEAN -> ValueType.YES_NO;
            case FILE, IMAGE -> ValueType.FILE;
        };
    }
}
