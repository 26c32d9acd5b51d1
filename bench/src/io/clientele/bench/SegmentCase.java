package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment that is measured.
 *
 * @param shape what all rules of its form are called
 * @param rule the rule as text
 * @param hand the best statement by hand for the same customers
 * @param timed the same with the moments at which answers change; empty where no time moves them
 * @param applyTo whom it is about
 */
record SegmentCase(String shape, String rule, String hand, String timed, String applyTo) {

    private static final Pattern AGO = Pattern.compile(":(ago|passed)\\((\\d+)\\)");

    /** How far ahead the service keeps moments of change. */
    private static final int DAYS_AHEAD = 8;

    String name() {
        return "Bench, " + applyTo + ": " + rule;
    }

    /** The statement for a moment, in the time zone of all websites. */
    String statement(String at, String zone) {
        return at(hand, at, zone);
    }

    boolean isTimed() {
        return !timed.isEmpty();
    }

    /** The same that answers whether each customer fits and when that may change. */
    String timedStatement(String at, String zone) {
        return at(timed, at, zone);
    }

    private static String at(String statement, String at, String zone) {
        String moment = "timestamptz '" + at + "'";
        return AGO.matcher(statement)
                .replaceAll(days -> Matcher.quoteReplacement("((" + moment + " at time zone '" + zone
                        + (days.group(1).equals("ago") ? "'" : "' + interval '" + DAYS_AHEAD + " days'")
                        + " - interval '" + days.group(2) + " days') at time zone '" + zone + "')"))
                .replace(":sites", "(select array_agg(id) from website where id > 0)::int[]")
                .replace(":zone", "'" + zone + "'")
                .replace(":at", moment);
    }

    static List<SegmentCase> all(Path file) throws IOException {
        List<SegmentCase> all = new ArrayList<>();
        String name = "";
        String rule = "";
        String sql = "";
        String timed = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("name: ")) {
                name = line.substring(6);
            } else if (line.startsWith("rule: ")) {
                rule = line.substring(6);
            } else if (line.startsWith("sql: ")) {
                sql = line.substring(5);
                timed = "";
            } else if (line.startsWith("timed: ")) {
                timed = line.substring(7);
            } else if (line.startsWith("values: ")) {
                String[] values = line.substring(8).split("\\|", -1);
                all.add(new SegmentCase(
                        name, with(rule, values), with(sql, values), with(timed, values), "registered"));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IOException("a line of " + file + " says nothing: " + line);
            }
        }
        return all;
    }

    /** A hundred for visitors, of what may be asked of them. */
    static List<SegmentCase> ofVisitors() {
        List<SegmentCase> all = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            all.add(ofVisitors("cart.subtotal >= " + 10 * i));
            all.add(ofVisitors("cart.qty >= " + i));
            all.add(ofVisitors("cart.product(category = " + i + ")"));
            all.add(ofVisitors("product.viewed(last " + i + " days, sku starts with \"ITEM-0\")"));
        }
        return all;
    }

    private static SegmentCase ofVisitors(String rule) {
        return new SegmentCase("visitors", rule, "", "", "visitors");
    }

    private static String with(String text, String[] values) {
        String filled = text;
        for (int i = 0; i < values.length; i++) {
            filled = filled.replace("{" + (i + 1) + "}", values[i]);
        }
        return filled;
    }
}
