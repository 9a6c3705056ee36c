package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mera.csv.TextEncoding;

/** Records are stored by their places among the company's own, and found again wherever these have moved. */
class PackedRecordsTest {

    private static final String INN = "7707083893";

    /** Part 0 is the line of the register. */
    private static final Places PLACES = Places.of(new CompanyFile(
            INN,
            List.of(TestInbox.entry(INN, 5)),
            List.of(part("a.csv", 10, 3), part("a.csv", 20, 200), part("b.csv", 2, 4))));

    private static final Integer[] MOVED = {0, 6, 7, 110, 7, 120, 3, 1002};

    @Test
    void storesNothingWhereAllStandInOrder() {
        Table table = table("a.csv", 20, line("a.csv", 20, 1), line("a.csv", 21, 2), line("a.csv", 22, 3));

        assertThat(PackedRecords.pack(table, PLACES, 3)).isNull();
        assertThat(PackedRecords.unpack(null, 120, null, 3)).containsExactly(120, 121, 122);
    }

    @Test
    void findsLinesInAnyOrderPartAndFile() {
        Table table = table("a.csv", 12, line("a.csv", 219, 2), line("a.csv", 12, 3), line("b.csv", 5, 5));

        byte[] packed = PackedRecords.pack(table, PLACES, 5);

        assertThat(PackedRecords.unpack(packed, 112, MOVED, 5)).containsExactly(0, 319, 112, 0, 1005);
    }

    @Test
    void takesOrderAcrossTwoPartsForNone() {
        Table table = table("a.csv", 12, line("a.csv", 12, 1), line("a.csv", 20, 2));

        assertThat(PackedRecords.unpack(PackedRecords.pack(table, PLACES, 2), 112, MOVED, 2))
                .containsExactly(112, 120);
    }

    @Test
    void refusesARecordOfNobodyKnown() {
        assertThatThrownBy(() -> PLACES.of("a.csv", 13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Record 13 of a.csv is none of the company's own; it cannot be found again");
        assertThatThrownBy(() -> PLACES.of("a.csv", 9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLACES.of("c.csv", 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PLACES.of("companies.csv", 5)).isEqualTo(new Place(0, 0));
        assertThat(PLACES.of("b.csv", 5)).isEqualTo(new Place(3, 3));
    }

    private static Part part(String file, int first, int records) {
        Range range = new Range(0, INN, 0, 0, first, records, new byte[32]);
        return new Part(file, TextEncoding.UTF_8, ';', new Layout(Form.TABLE, List.of("inn")), range, new byte[0]);
    }

    private static Table table(String file, int first, TableLine... lines) {
        return new Table(Assessor.EXPERT, "", true, false, file, first, new ArrayList<>(List.of(lines)));
    }

    private static TableLine line(String file, int record, int criterion) {
        return new TableLine(file, record, criterion, new int[4], List.of(), List.of(), "");
    }
}
