package io.clientele.movein;

import io.clientele.transfer.Counted;
import io.clientele.transfer.FileImports;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report for people at a terminal. */
final class ReportText {

    private static final int NAME = 44;

    private ReportText() {}

    static String of(MoveIn move) {
        StringBuilder text = new StringBuilder();
        line(text, "Files", "rows", "made", "changed", "unchanged", "refused");
        for (MoveIn.File file : move.files()) {
            FileImports.State state = file.state();
            line(
                    text,
                    state.fileName() + " (" + state.entity() + ")",
                    number(state.rows()),
                    number(state.created()),
                    number(state.updated() - state.unchanged()),
                    number(state.unchanged()),
                    number(state.refused()));
            if (!state.status().equals(MoveIn.DONE)) {
                text.append("  ")
                        .append(state.status())
                        .append(' ')
                        .append(state.message())
                        .append('\n');
            }
        }
        text.append('\n');
        line(text, "Both sides", "in the files", "here", "difference");
        move.counted().stream()
                .sorted(Comparator.comparing(Counted::thing)
                        .thenComparing(Counted::website)
                        .thenComparing(Counted::detail))
                .forEach(each -> both(text, each));
        text.append('\n');
        line(text, "Here now, with what was here before", "number", "total");
        move.here()
                .forEach(each -> line(
                        text,
                        name(each.thing(), each.website(), each.detail()),
                        number(each.count()),
                        amount(each.total())));
        return text.toString();
    }

    private static void both(StringBuilder text, Counted each) {
        line(
                text,
                name(each.thing(), each.website(), each.detail()),
                number(each.files()),
                number(each.here()),
                each.files() == each.here() ? "" : number(each.here() - each.files()));
        if (each.filesTotal() != null) {
            BigDecimal here = each.hereTotal() == null ? BigDecimal.ZERO : each.hereTotal();
            BigDecimal more = here.subtract(each.filesTotal());
            line(text, "  in all", amount(each.filesTotal()), amount(here), more.signum() == 0 ? "" : amount(more));
        }
    }

    private static String name(String thing, String website, String detail) {
        String place = String.join(
                " / ",
                List.of(website, detail).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        return thing.replace('_', ' ') + (place.isEmpty() ? "" : "  " + place);
    }

    private static void line(StringBuilder text, String name, String... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME + "s", name));
        for (String cell : cells) {
            line.append(String.format(Locale.ROOT, " %16s", cell));
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : String.format(Locale.ROOT, "%,.2f", amount);
    }
}
