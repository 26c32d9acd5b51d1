package io.clientele;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A feature writes its own tables only and reads those to its left; a new table has its owner here. */
class TableOwnershipTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    private static final Map<String, String> OWNERS = Map.ofEntries(
            entry("snapshot_revision", "shared"),
            entry("idempotency_key", "shared"),
            entry("person_key", "shared"),
            entry("consent_change", "shared"),
            entry("customer_restriction", "customer"),
            entry("privacy_request", "privacy"),
            entry("erasure", "privacy"),
            entry("audit_entry", "audit"),
            entry("outbox", "shared"),
            entry("kept_mail", "mail"),
            entry("website", "store"),
            entry("store_group", "store"),
            entry("store_view", "store"),
            entry("setting", "store"),
            entry("currency_rate", "store"),
            entry("admin_role", "access"),
            entry("admin_user", "access"),
            entry("credential", "access"),
            entry("sign_in_throttle", "access"),
            entry("access_token", "access"),
            entry("signing_key", "access"),
            entry("rate_window", "access"),
            entry("admin_second_factor", "access"),
            entry("second_factor_token", "access"),
            entry("second_factor_key", "access"),
            entry("refresh_token", "access"),
            entry("bulk", "bulk"),
            entry("bulk_operation", "bulk"),
            entry("tax_class", "tax"),
            entry("tax_rate", "tax"),
            entry("tax_rate_title", "tax"),
            entry("tax_rule", "tax"),
            entry("tax_rule_customer_class", "tax"),
            entry("tax_rule_product_class", "tax"),
            entry("tax_rule_rate", "tax"),
            entry("vat_answer", "tax"),
            entry("customer_group", "group"),
            entry("group_excluded_website", "group"),
            entry("attribute", "attribute"),
            entry("attribute_residue", "attribute"),
            entry("attribute_file", "attribute"),
            entry("attribute_label", "attribute"),
            entry("attribute_website", "attribute"),
            entry("attribute_option", "attribute"),
            entry("attribute_option_label", "attribute"),
            entry("customer", "customer"),
            entry("shared_email", "customer"),
            entry("account_token", "customer"),
            entry("reset_request", "customer"),
            entry("merged_customer", "customer"),
            entry("deleted_customer", "customer"),
            entry("customer_merge", "merge"),
            entry("customer_keyword", "customer"),
            entry("customer_without_billing", "customer"),
            entry("customer_keyword_state", "customer"),
            entry("customer_address", "address"),
            entry("newsletter_subscription", "newsletter"),
            entry("newsletter_subscriber", "newsletter"),
            entry("assistance_consent", "assistance"),
            entry("assistance_code", "assistance"),
            entry("assistance_log", "assistance"),
            entry("visitor", "presence"),
            entry("customer_presence", "presence"),
            entry("oauth2_request", "integration"),
            entry("oauth2_consent", "integration"),
            entry("oauth2_code", "integration"),
            entry("oauth2_refresh_token", "integration"),
            entry("event", "event"),
            entry("event_position", "event"),
            entry("integration", "integration"),
            entry("oauth_request_token", "integration"),
            entry("oauth_nonce", "integration"),
            entry("webhook", "event"),
            entry("webhook_progress", "event"),
            entry("webhook_delivery", "event"),
            entry("kafka_progress", "event"),
            entry("product_fact", "pricing"),
            entry("product_price", "pricing"),
            entry("tier_price", "pricing"),
            entry("sales_order", "activity"),
            entry("sales_order_line", "activity"),
            entry("sales_order_correction", "activity"),
            entry("cart", "activity"),
            entry("cart_item", "activity"),
            entry("product_view", "activity"),
            entry("wishlist", "activity"),
            entry("wishlist_item", "activity"),
            entry("product_review", "activity"),
            entry("balance", "activity"),
            entry("job", "shared"),
            entry("job_error", "shared"),
            entry("segment", "segment"),
            entry("segment_website", "segment"),
            entry("segment_reference", "segment"),
            entry("segment_version", "segment"),
            entry("segment_pin", "segment"),
            entry("segment_member", "segment"),
            entry("segment_due", "segment"),
            entry("segment_dirty", "segment"),
            entry("segment_pending", "segment"),
            entry("segment_change", "segment"),
            entry("segment_count", "segment"),
            entry("segment_recompute", "segment"),
            entry("customer_figure", "activity"),
            entry("mass_action", "massaction"),
            entry("mass_action_item", "massaction"),
            entry("grid_view", "grid"),
            entry("transfer_import", "transfer"),
            entry("transfer_file", "transfer"),
            entry("transfer_export", "transfer"),
            entry("move_in", "movein"),
            entry("move_in_step", "movein"),
            entry("grid_view_default", "grid"));

    private static final Pattern CREATES = statement("create (?:unlogged )?table(?: if not exists)?");
    private static final Pattern WRITES =
            statement("insert into|(?<!for )(?<!do )update(?: only)?|delete from|truncate(?: table)?|alter table"
                    + "|merge into|copy|lock table");
    private static final Pattern READS = statement("from|join|using");

    /** The beginning of a from clause that is kept apart: {@code customer_group g join …}. */
    private static final Pattern FROM_CLAUSE = Pattern.compile(
            "\\A\\s*([a-z][a-z0-9_]*) (?:as )?[a-z]{1,2}(?:\\s+(?:left |inner |cross )?join .*)?\\s*\\z",
            Pattern.DOTALL);

    private static Pattern statement(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\s+([a-z][a-z0-9_]*)\\b");
    }

    @Test
    void every_table_has_an_owner_and_every_owner_a_table() throws IOException {
        Set<String> created = new TreeSet<>();
        migrations().values().forEach(sql -> created.addAll(named(CREATES, sql)));
        assertThat(created).isEqualTo(new TreeSet<>(OWNERS.keySet()));
    }

    @Test
    void a_migration_changes_the_tables_of_one_feature() throws IOException {
        migrations().forEach((file, sql) -> assertThat(features(sql)).as(file).hasSizeLessThanOrEqualTo(1));
    }

    /** A foreign key may point to the right: an address belongs to a customer. */
    @Test
    void a_migration_reads_only_tables_of_its_feature_and_those_to_the_left() throws IOException {
        List<String> wrong = new ArrayList<>();
        migrations()
                .forEach((file, sql) -> named(READS, sql).stream()
                        .filter(table ->
                                features(sql).stream().anyMatch(own -> !FeatureLine.mayKnow(own, owner(table))))
                        .forEach(table -> wrong.add(file + ": " + table)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_feature_writes_only_its_own_tables() {
        assertThat(violations(WRITES, (feature, table) -> feature.equals(owner(table))))
                .isEmpty();
    }

    @Test
    void a_feature_reads_only_its_own_tables_and_those_to_the_left() {
        List<String> wrong = violations(READS, (feature, table) -> FeatureLine.mayKnow(feature, owner(table)));
        wrong.addAll(violations(FROM_CLAUSE, (feature, table) -> FeatureLine.mayKnow(feature, owner(table))));
        assertThat(wrong).isEmpty();
    }

    private interface Rule {
        boolean allows(String feature, String table);
    }

    private static List<String> violations(Pattern statement, Rule rule) {
        List<String> wrong = new ArrayList<>();
        for (SourceFile file : SourceFile.all()) {
            for (String text : file.texts()) {
                named(statement, text).stream()
                        .filter(table -> !rule.allows(file.feature(), table))
                        .forEach(table -> wrong.add(file.name() + " (" + file.feature() + "): " + table));
            }
        }
        return wrong;
    }

    /** The features whose tables the migration makes or changes. */
    private static Set<String> features(String sql) {
        return Stream.of(CREATES, WRITES)
                .flatMap(statement -> named(statement, sql).stream())
                .map(TableOwnershipTest::owner)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The tables of ours that the statements name; other words there are functions and common table expressions. */
    private static Set<String> named(Pattern statement, String sql) {
        boolean creates = statement == CREATES;
        return statement
                .matcher(sql.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group(1))
                .filter(name -> creates || OWNERS.containsKey(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The feature that owns the table; {@code null} as a text for a table of nobody's. */
    static String owner(String table) {
        return String.valueOf(OWNERS.get(table));
    }

    private static Map<String, String> migrations() throws IOException {
        Map<String, String> migrations = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".sql")).toList()) {
                // Without comments: words in them are no statements.
                migrations.put(
                        file.getFileName().toString(), Files.readString(file).replaceAll("--[^\\n]*", ""));
            }
        }
        return migrations;
    }
}
