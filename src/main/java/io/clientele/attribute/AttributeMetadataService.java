package io.clientele.attribute;

import io.clientele.store.StoreScope;
import io.clientele.store.Website;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what attributes there are, built-in ones included, in the words of the request's store view. */
@ApplicationScoped
public class AttributeMetadataService {

    private final Attributes attributes;
    private final OptionSources options;
    private final BuiltInParts builtIn;
    private final StoreScope store;

    @Inject
    AttributeMetadataService(Attributes attributes, OptionSources options, BuiltInParts builtIn, StoreScope store) {
        this.attributes = attributes;
        this.options = options;
        this.builtIn = builtIn;
        this.store = store;
    }

    public List<AttributeMetadata> all(AttributeOwner owner) {
        return shown(attributes.all(owner).stream());
    }

    /** Those the merchant defined. */
    public List<AttributeMetadata> custom(AttributeOwner owner) {
        return shown(attributes.custom(owner).stream());
    }

    /** @throws io.clientele.shared.Refusal when there is no such attribute */
    public AttributeMetadata attribute(AttributeOwner owner, String code) {
        return attributes.find(owner, code).map(this::shown).orElseThrow(() -> AttributeRefusals.unknown(owner, code));
    }

    /**
     * Those a form shows.
     *
     * @throws io.clientele.shared.Refusal when the owner has no such form
     */
    public List<AttributeMetadata> form(AttributeOwner owner, String form) {
        if (!AttributeForms.of(owner).contains(form)) {
            throw AttributeRefusals.unknownForm(owner, form);
        }
        return shown(inForm(owner, form));
    }

    /** Those a form shows to shoppers of the store view's website; empty when shoppers have no such form. */
    public Optional<List<AttributeMetadata>> shoppersForm(String form) {
        if (form.startsWith(AttributeForms.ADMIN)) {
            return Optional.empty();
        }
        return Stream.of(AttributeOwner.values())
                .filter(owner -> AttributeForms.of(owner).contains(form))
                .findFirst()
                .map(owner -> shown(inForm(owner, form).filter(this::isVisible)));
    }

    /** The merchant's that shoppers of the store view's website see. */
    public List<AttributeMetadata> shoppersOwn(AttributeOwner owner) {
        return shown(attributes.custom(owner).stream().filter(this::isVisible));
    }

    /** An attribute unless the merchant defined it and hides it from shoppers of the store view's website. */
    public Optional<AttributeMetadata> shoppers(AttributeOwner owner, String code) {
        return attributes
                .find(owner, code)
                .filter(attribute -> !attribute.userDefined() || isVisible(attribute))
                .map(this::shown);
    }

    private Stream<Attribute> inForm(AttributeOwner owner, String form) {
        return attributes.all(owner).stream()
                .filter(attribute -> attribute.forms().contains(form));
    }

    private boolean isVisible(Attribute attribute) {
        return builtIn.visible(attribute, store.view().websiteId());
    }

    private List<AttributeMetadata> shown(Stream<Attribute> which) {
        return which.map(this::shown).toList();
    }

    private AttributeMetadata shown(Attribute attribute) {
        int storeId = store.storeId();
        int website = store.all() ? Website.ADMIN : store.view().websiteId();
        return new AttributeMetadata(
                attribute,
                attribute.label().in(storeId),
                builtIn.required(attribute, website),
                builtIn.visible(attribute, website),
                builtIn.lines(attribute, website),
                options.of(attribute, storeId, store.view()));
    }
}
