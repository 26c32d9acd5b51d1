package io.clientele.transfer;

import io.clientele.access.HashedPassword;
import io.clientele.access.PasswordHasher;
import io.clientele.access.PasswordRules;
import io.clientele.attribute.Attribute;
import io.clientele.attribute.AttributeOwner;
import io.clientele.attribute.Attributes;
import io.clientele.customer.CustomerDraft;
import io.clientele.group.Group;
import io.clientele.group.Groups;
import io.clientele.shared.Refusal;
import io.clientele.store.StoreView;
import io.clientele.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands the customer's columns of a row. */
@ApplicationScoped
class CustomerCells {

    /** The store view that the contract's files name where nobody has chosen one. */
    private static final String ADMIN = "admin";

    private final AttributeCells attributeCells;
    private final Attributes attributes;
    private final Groups groups;
    private final Stores stores;
    private final PasswordRules rules;
    private final PasswordHasher hasher;

    @Inject
    CustomerCells(
            AttributeCells attributeCells,
            Attributes attributes,
            Groups groups,
            Stores stores,
            PasswordRules rules,
            PasswordHasher hasher) {
        this.attributeCells = attributeCells;
        this.attributes = attributes;
        this.groups = groups;
        this.stores = stores;
        this.rules = rules;
        this.hasher = hasher;
    }

    /**
     * The customer as the row has it, without addresses.
     *
     * @param target whom the row is about
     * @param announced groups that another file brings are taken for good, where nothing is written
     * @throws BadCell for the first cell that cannot be what it must be
     */
    CustomerDraft draft(Cells cells, Target target, ImportDraft how, Announced announced) {
        int websiteId = target.websiteId();
        boolean isNew = target.customerId() == null;
        CustomerDraft.Placement placement = new CustomerDraft.Placement(
                isNew ? websiteId : null,
                storeId(cells, websiteId, how.translation()),
                groupId(cells, how.translation(), announced),
                cells.text("confirmation"),
                isNew ? createdAt(cells) : null,
                cells.flag("disable_auto_group_change"),
                externalId(cells, how));
        CustomerDraft.Person person = new CustomerDraft.Person(
                isNew || target.renamed() ? cells.text(CustomerColumns.EMAIL) : null,
                cells.kept("firstname"),
                cells.kept("lastname"),
                cells.text("middlename"),
                cells.text("prefix"),
                cells.text("suffix"),
                dob(cells),
                gender(cells),
                cells.text("taxvat"));
        return new CustomerDraft(
                placement,
                person,
                CustomerDraft.Book.UNCHANGED,
                Map.of(),
                attributeCells.values(AttributeOwner.CUSTOMER, cells, websiteId, isNew, how.valueSeparator()));
    }

    /** The key that others know the customer by: the id of another shop is one. Null when the row says nothing of it. */
    static @Nullable String externalId(Cells cells, ImportDraft how) {
        String key = cells.kept(CustomerColumns.EXTERNAL_ID);
        return key == null && how.translation().foreign() ? cells.kept(CustomerColumns.ENTITY_ID) : key;
    }

    private @Nullable Integer storeId(Cells cells, int websiteId, Translation translation) {
        String code = cells.kept(CustomerColumns.STORE);
        if (code == null || code.equals(ADMIN)) {
            return null;
        }
        StoreView view = stores.viewByCode(translation.store(code))
                .orElseThrow(() -> cells.invalid(CustomerColumns.STORE, code));
        if (view.websiteId() != websiteId) {
            throw cells.invalid(CustomerColumns.STORE, code);
        }
        return view.id();
    }

    private @Nullable Integer groupId(Cells cells, Translation translation, Announced announced) {
        String code = groupCode(cells, translation);
        if (code == null) {
            return translation.foreign() ? null : groupById(cells);
        }
        if (announced.hasGroup(code)) {
            return null;
        }
        return groups.byCode(code)
                .map(Group::id)
                .orElseThrow(() -> cells.invalid(
                        cells.kept(CustomerColumns.GROUP_CODE) == null
                                ? CustomerColumns.GROUP
                                : CustomerColumns.GROUP_CODE,
                        code));
    }

    /** The code here of the group that the row names by a code or by another shop's id; null when it does not. */
    static @Nullable String groupCode(Cells cells, Translation translation) {
        String code = cells.kept(CustomerColumns.GROUP_CODE);
        String id = cells.kept(CustomerColumns.GROUP);
        if (code != null) {
            return translation.group(code);
        }
        return id == null || !translation.foreign()
                ? null
                : translation.groupOfId(id).orElseThrow(() -> cells.invalid(CustomerColumns.GROUP, id));
    }

    private @Nullable Integer groupById(Cells cells) {
        String text = cells.kept(CustomerColumns.GROUP);
        if (text == null) {
            return null;
        }
        int id = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (groups.find(id).isEmpty()) {
            throw cells.invalid(CustomerColumns.GROUP, text);
        }
        return id;
    }

    private static @Nullable String createdAt(Cells cells) {
        String text = cells.kept("created_at");
        return text == null ? null : FileDates.moment(text).orElseThrow(() -> cells.invalid("created_at", text));
    }

    private static @Nullable String dob(Cells cells) {
        String text = cells.text("dob");
        return text == null || text.isEmpty()
                ? text
                : FileDates.day(text).orElseThrow(() -> cells.invalid("dob", text));
    }

    /** By its label, as the contract's files have it, or by its number; 0 says that nothing is said. */
    private @Nullable Integer gender(Cells cells) {
        String text = cells.text("gender");
        if (text == null || text.isEmpty()) {
            return text == null ? null : Integer.valueOf(0);
        }
        return genders()
                .flatMap(attribute -> AttributeCells.option(attribute, text))
                .filter(value -> !value.isEmpty())
                .map(Integer::valueOf)
                .orElseThrow(() -> new BadCell("gender", TransferRefusals.unknownOption("gender", text)));
    }

    private Optional<Attribute> genders() {
        return attributes.find(AttributeOwner.CUSTOMER, "gender");
    }

    /** The hash that the row brings along, or null. */
    @Nullable
    HashedPassword brought(Cells cells) {
        String hash = cells.kept(CustomerColumns.PASSWORD_HASH);
        if (hash == null || cells.kept(CustomerColumns.PASSWORD) != null) {
            return null;
        }
        try {
            return HashedPassword.brought(hash);
        } catch (Refusal refusal) {
            throw new BadCell(CustomerColumns.PASSWORD_HASH, refusal);
        }
    }

    /** The password in the clear that the row brings along, if it may be one; or null. */
    @Nullable
    String password(Cells cells) {
        String password = cells.kept(CustomerColumns.PASSWORD);
        if (password != null) {
            try {
                rules.check(password, cells.row().text(CustomerColumns.EMAIL));
            } catch (Refusal refusal) {
                throw new BadCell(CustomerColumns.PASSWORD, refusal);
            }
        }
        return password;
    }

    HashedPassword hash(String password) {
        return hasher.hash(password);
    }
}
