package io.clientele.grid;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of Office Open XML. Texts are texts, whatever they begin with. */
final class XlsxGridFile implements GridFile {

    /** What a sheet takes; what is more goes to a further one. */
    private static final int MOST_ROWS = 1_048_576;

    /** What a cell takes; a longer text is cut. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int WRITTEN_AT = 500;
    private static final String NAME = "Customers";

    private final List<String> labels;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxGridFile(OutputStream out, List<String> labels) throws IOException {
        this.labels = labels;
        this.book = new Workbook(out, "Clientele", "1.0");
        this.sheet = book.newWorksheet(NAME);
        add(labels);
    }

    @Override
    public void add(List<?> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = book.newWorksheet(NAME + " " + ++sheets);
            row = 0;
            add(labels);
        }
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                // It stays where it is used: a table of all texts would be in memory until the end.
                sheet.inlineString(row, column, cut(cell.toString()));
            }
        }
        row++;
        if (row % WRITTEN_AT == 0) {
            sheet.flush();
        }
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, splits ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        book.finish();
    }
}
