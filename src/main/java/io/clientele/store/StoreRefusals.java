package io.clientele.store;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;

/** The refusals of this feature. */
final class StoreRefusals {

    private StoreRefusals() {}

    /** The level of the cascade does not exist. */
    static Refusal unknownScope(String word) {
        return Refusals.invalidValue("scope", word);
    }

    /** The default level has one place for a value, of id 0. */
    static Refusal unknownScopeId(int scopeId) {
        return Refusals.invalidValue("scope_id", scopeId);
    }

    static Refusal unknownWebsite(int id) {
        return Refusals.noSuchEntity("websiteId", id);
    }

    static Refusal unknownView(int id) {
        return Refusals.noSuchEntity("storeId", id);
    }

    /** No feature reads a setting of that path. */
    static Refusal unknownSetting(String path) {
        return Refusals.noSuchEntity("path", path);
    }

    static Refusal tooNarrow(String path, SettingScope scope) {
        return Refusal.input("The setting \"%path\" cannot have a value at the scope \"%scope\".")
                .with("path", path)
                .with("scope", scope.word());
    }

    static Refusal wrongValue(String path, String value) {
        return Refusals.invalidValue(path, value);
    }

    /** A request names a store view that does not exist or takes no requests. */
    static Refusal storeNotFound(String code) {
        return Refusal.input("Requested store is not found (%1)").at(code);
    }

    /** A request names a currency the store view does not show. */
    static Refusal currencyNotAllowed() {
        return Refusal.input("Please correct the target currency");
    }

    static Refusal websiteCodeTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "Website with the same code already exists.");
    }

    static Refusal groupCodeTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "Store group with the same code already exists.");
    }

    static Refusal viewCodeTaken() {
        return Refusal.of(RefusalKind.ALREADY_EXISTS, "Store with the same code already exists.");
    }

    static Refusal wrongCode() {
        return Refusal.input("The code may contain at most 32 letters (a-z), numbers (0-9) or underscores (_),"
                + " and the first character must be a letter.");
    }

    /** Something others rely on: the administration's, or the default one. */
    static Refusal undeletable(String what) {
        return Refusal.input("This %1 cannot be deleted.").at(what);
    }

    static Refusal inUse(String what) {
        return Refusal.input("This %1 cannot be deleted because it is in use.").at(what);
    }

    /** The default store view must take requests. */
    static Refusal defaultMustBeActive() {
        return Refusal.input("The default store view cannot be disabled.");
    }

    /** A store group stays in its website, a store view too: customers belong to both. */
    static Refusal websiteIsFixed() {
        return Refusal.input("The website of a store cannot be changed.");
    }
}
