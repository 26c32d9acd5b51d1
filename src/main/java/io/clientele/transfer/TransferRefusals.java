package io.clientele.transfer;

import io.clientele.shared.Refusal;
import io.clientele.shared.RefusalKind;
import io.clientele.shared.Refusals;
import java.util.List;

/** What can be wrong with files of customers, their columns and their rows. */
final class TransferRefusals {

    private TransferRefusals() {}

    static Refusal unknown(String field, String value) {
        return Refusals.invalidValue(field, value);
    }

    static Refusal wrongBehavior(String behavior, String entity) {
        return Refusal.input("Files of %entity can't be imported with the behavior \"%behavior\".")
                .with("entity", entity)
                .with("behavior", behavior);
    }

    static Refusal wrongSeparator(String field) {
        return Refusal.input("The %fieldName must be one character that is neither a quote nor a line break.")
                .with("fieldName", field);
    }

    static Refusal empty() {
        return Refusal.input("The file is empty.");
    }

    static Refusal compressed() {
        return Refusal.input("The file is compressed. Unpack it and try again.");
    }

    static Refusal fileTooLarge(long most) {
        return Refusal.of(RefusalKind.TOO_LARGE, "The file has more than %max bytes.")
                .with("max", most);
    }

    static Refusal missingColumn(String column) {
        return Refusal.input("The column \"%column\" is missing.").with("column", column);
    }

    static Refusal doubledColumn(String column) {
        return Refusal.input("The column \"%column\" comes twice.").with("column", column);
    }

    static Refusal unknownColumn(String column) {
        return Refusal.input("The column \"%column\" is not known; names that begin with an underscore are reserved.")
                .with("column", column);
    }

    static Refusal tooManyColumns(int most) {
        return Refusal.input("The file has more than %max columns.").with("max", most);
    }

    static Refusal columnWithoutName(int number) {
        return Refusal.input("The column with the number %number has no name.").with("number", number);
    }

    static Refusal unreadableFrom(long line) {
        return Refusal.input(
                        "The file can't be read from line %line on: a quote is not closed, or a field is too long.")
                .with("line", line);
    }

    static Refusal tooManyFields(int fields, int columns) {
        return Refusal.input("The row has %fields fields for %columns columns.")
                .with("fields", fields)
                .with("columns", columns);
    }

    static Refusal fieldTooLong(int most) {
        return Refusal.input("The field has more than %max characters.").with("max", most);
    }

    static Refusal lineTooLong(int most) {
        return Refusal.input("The line has more than %max bytes.").with("max", most);
    }

    static Refusal notText() {
        return Refusal.input("The field is not text in UTF-8.");
    }

    static Refusal notAnObject() {
        return Refusal.input("The line is not a JSON object.");
    }

    static Refusal required(String column) {
        return Refusals.required(column);
    }

    static Refusal invalid(String column, String value) {
        return Refusals.invalidValue(column, value);
    }

    static Refusal unknownOption(String column, String label) {
        return Refusal.input("\"%label\" is no option of \"%column\".")
                .with("label", label)
                .with("column", column);
    }

    static Refusal noSuchCustomer(String email, String website) {
        return Refusals.noSuchEntity("email", email, "website", website);
    }

    static Refusal noSuchAddress(String id) {
        return Refusals.noSuchEntity("_entity_id", id);
    }

    static Refusal ownerRefused(long line) {
        return Refusal.input("The row belongs to the customer of line %line, which is refused.")
                .with("line", line);
    }

    static Refusal comesAgain(String number) {
        return Refusal.input(
                        "The order %number is in the file already; rows of one order must stand one after the other.")
                .with("number", number);
    }

    static Refusal orderRefused(long line) {
        return Refusal.input("The row belongs to the order of line %line, which is refused.")
                .with("line", line);
    }

    static Refusal besideUnreadable(long line) {
        return Refusal.input("Line %line can't be read and may be of the same order.")
                .with("line", line);
    }

    /** The same with its parameters by the names that its words have for them: without, people would read placeholders. */
    static Refusal ofTierPrice(Refusal refusal) {
        List<String> names = List.of("SKU", "websiteId", "customerGroup", "qty");
        Refusal named = Refusal.input(refusal.template());
        if (refusal.parameters() instanceof List<?> values) {
            for (int i = 0; i < names.size() && i < values.size(); i++) {
                named = named.with(names.get(i), String.valueOf(values.get(i)));
            }
        }
        return named;
    }

    static Refusal tooManyAddresses(int most) {
        return Refusal.input("Not more than %max rows of one thing may stand one after the other.")
                .with("max", most);
    }

    static Refusal noSuchImport(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal fileGone() {
        return Refusal.of(RefusalKind.NO_SUCH_ENTITY, "The file is no longer kept.");
    }
}
