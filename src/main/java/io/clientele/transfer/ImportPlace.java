package io.clientele.transfer;

import java.util.Locale;

/**
 * How far an import is: a file that stops on errors is checked as a whole before anything of it is taken over.
 *
 * @param line the last line that is done; 0 at the beginning
 */
record ImportPlace(Pass pass, long line) {

    /** What is done with the rows, one after the other from the beginning of the file to its end. */
    enum Pass {
        /** Rows are only looked at. */
        CHECK("Checking"),
        IMPORT("Importing"),
        /** It is counted what the rows name and what of that is here. */
        COUNT("Counting");

        private final String message;

        Pass(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }

    static ImportPlace of(String position, ImportDraft how) {
        if (position.isEmpty()) {
            return new ImportPlace(how.checkOnly() || how.stopsOnErrors() ? Pass.CHECK : Pass.IMPORT, 0);
        }
        int space = position.indexOf(' ');
        return new ImportPlace(
                Pass.valueOf(position.substring(0, space).toUpperCase(Locale.ROOT)),
                Long.parseLong(position.substring(space + 1)));
    }

    boolean checking() {
        return pass == Pass.CHECK;
    }

    boolean counting() {
        return pass == Pass.COUNT;
    }

    ImportPlace after(long last) {
        return new ImportPlace(pass, last);
    }

    String position() {
        return pass.name().toLowerCase(Locale.ROOT) + ' ' + line;
    }
}
