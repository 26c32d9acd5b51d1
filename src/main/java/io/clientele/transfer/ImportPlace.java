package io.clientele.transfer;

/**
 * How far an import is: a file that stops on errors is checked as a whole before anything of it is taken over.
 *
 * @param checking whether rows are only looked at
 * @param line the last line that is done; 0 at the beginning
 */
record ImportPlace(boolean checking, long line) {

    private static final String CHECK = "check ";
    private static final String WRITE = "import ";

    static ImportPlace of(String position, ImportDraft how) {
        if (position.isEmpty()) {
            return new ImportPlace(how.checkOnly() || how.stopsOnErrors(), 0);
        }
        boolean checking = position.startsWith(CHECK);
        return new ImportPlace(checking, Long.parseLong(position.substring((checking ? CHECK : WRITE).length())));
    }

    ImportPlace after(long last) {
        return new ImportPlace(checking, last);
    }

    String position() {
        return (checking ? CHECK : WRITE) + line;
    }
}
