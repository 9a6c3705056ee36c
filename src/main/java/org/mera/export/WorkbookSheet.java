package org.mera.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet that is written row by row: a frozen header with a filter, repeated on every printed page, then the rows. A text is a string whatever it
 * begins with; nothing becomes a formula. Only some hundred rows are in memory.
 */
final class WorkbookSheet implements AutoCloseable {

    /** What a cell of a spreadsheet can hold, in UTF-16 units. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_IN_MEMORY = 500;
    private static final int ROWS_WITH_HEIGHTS = 100_000;

    /** In points, of the font that the workbook has. */
    private static final double LINE_HEIGHT = 12.75;

    private static final double ROW_PADDING = 1.5;

    /** How much less of a text a column holds than of digits: its letters are wider, it is indented, and another font may stand for the workbook's. */
    private static final double TEXT_WIDTH = 0.85;

    private static final double BOLD_WIDTH = 0.8;

    /** In inches. */
    private static final float SIDE_MARGIN = 0.4f;

    private static final String HEADER_COLOUR = "DCE3EA";
    private static final String RULE_COLOUR = "B8C1CC";

    /** Spreadsheets read {@code _x0041_} as an A: the line that begins such a text is written as a code itself. */
    private static final Pattern LOOKS_LIKE_A_CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Worksheet sheet;
    private final List<WorkbookColumn> columns;
    private final String shortened;
    private int row;
    private int column;
    private int lines = 1;

    /**
     * Begins a sheet.
     *
     * @param shortened what ends a text that no cell can hold
     * @param frozen    how many columns stay in sight when the sheet is scrolled to the right
     * @param footer    at the foot of each printed page
     */
    WorkbookSheet(Worksheet sheet, List<WorkbookColumn> columns, String shortened, int frozen, String footer) {
        this.sheet = sheet;
        this.columns = columns;
        this.shortened = shortened;
        sheet.freezePane(frozen, 1);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(SIDE_MARGIN);
        sheet.rightMargin(SIDE_MARGIN);
        sheet.repeatRows(0);
        sheet.footer(footer, Position.CENTER);
        for (WorkbookColumn each : columns) {
            header(each);
        }
        endRow();
    }

    private void header(WorkbookColumn each) {
        sheet.width(column, each.width());
        sheet.inlineString(0, column, each.heading());
        lines = Math.max(lines, WrappedText.lines(each.heading(), each.width() * BOLD_WIDTH));
        sheet.style(0, column)
                .bold()
                .wrapText(true)
                .fillColor(HEADER_COLOUR)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, RULE_COLOUR)
                .set();
        column++;
    }

    /** {@return how many rows there are below the header} */
    int rows() {
        return row - 1;
    }

    WorkbookSheet text(String text) {
        if (!text.isEmpty()) {
            WorkbookColumn within = columns.get(column);
            if (within.format().wrapped()) {
                lines = Math.max(lines, WrappedText.lines(text, within.width() * TEXT_WIDTH));
            }
            String fitting = LOOKS_LIKE_A_CODE.matcher(fitting(text)).replaceAll("_x005F_");
            if (fitting.equals(fitting.strip())) {
                sheet.inlineString(row, column, fitting);
            } else {
                // Only a shared string keeps the spaces at its ends.
                sheet.value(row, column, fitting);
            }
        }
        return styled();
    }

    WorkbookSheet number(int number) {
        sheet.value(row, column, number);
        return styled();
    }

    WorkbookSheet number(long number) {
        sheet.value(row, column, number);
        return styled();
    }

    WorkbookSheet number(BigDecimal number) {
        sheet.value(row, column, number);
        return styled();
    }

    /** Adds a number whose decimals are those it has. */
    WorkbookSheet asItIs(BigDecimal number) {
        sheet.value(row, column, number);
        return styled("0." + "0".repeat(number.scale()));
    }

    /** Adds a number that a file would write so. */
    WorkbookSheet number(String plain) {
        return plain.isEmpty() ? styled() : number(new BigDecimal(plain));
    }

    WorkbookSheet empty() {
        return styled();
    }

    /** Ends the row. */
    void end() throws IOException {
        if (column != columns.size()) {
            throw new IllegalStateException(column + " cells in a row of " + columns.size());
        }
        endRow();
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Not every program finds the height that wrapped lines need; where the rows are so many, nobody prints them, and all heights are held. */
    private void endRow() {
        if (lines > 1 && row < ROWS_WITH_HEIGHTS) {
            sheet.rowHeight(row, Math.min(Worksheet.MAX_ROW_HEIGHT, ROW_PADDING + lines * LINE_HEIGHT));
        }
        row++;
        column = 0;
        lines = 1;
    }

    @Override
    public void close() throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(row - 1, 1), columns.size() - 1);
        sheet.finish();
    }

    private WorkbookSheet styled() {
        return styled(columns.get(column).format().pattern());
    }

    private WorkbookSheet styled(String pattern) {
        WorkbookColumn.Format format = columns.get(column).format();
        StyleSetter style = sheet.style(row, column)
                .format(pattern)
                .verticalAlignment("top")
                .wrapText(format.wrapped())
                .borderStyle(BorderSide.BOTTOM, BorderStyle.HAIR)
                .borderColor(BorderSide.BOTTOM, RULE_COLOUR);
        // A number stands at the right: a text beside it keeps its distance.
        if (format.number()) {
            style.horizontalAlignment("right").set();
        } else {
            style.horizontalAlignment("left").indent(1).set();
        }
        column++;
        return this;
    }

    private String fitting(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = LONGEST_TEXT - shortened.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + shortened;
    }
}
