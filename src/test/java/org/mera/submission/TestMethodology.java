package org.mera.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.Identification;
import org.mera.methodology.LocalizedText;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.methodology.Section;
import org.mera.methodology.Thresholds;

/**
 * Methodologies for tests: by default 50 criteria with five directions each, columns 3 to 6, scores 0, 0,5 and 1. To leave little to be verified,
 * any kind of document is expected anywhere, no document is overused, and no criterion depends on another.
 */
final class TestMethodology {

    private int criteria = 50;
    private int directions = 5;
    private List<Integer> columns = List.of(3, 4, 5, 6);
    private Scale scale = new Scale(new BigDecimal("0.5"), BigDecimal.ONE);
    private Identification identification = Identification.INN;
    private boolean evidenceRequired = true;

    static TestMethodology aMethodology() {
        return new TestMethodology();
    }

    /** {@return one of another kind} Three criteria, two columns, scores 0 to 3, codes instead of INNs, no evidence. */
    static Methodology ofParks() {
        TestMethodology parks = new TestMethodology();
        parks.criteria = 3;
        parks.columns = List.of(1, 2);
        parks.scale = new Scale(BigDecimal.ONE, BigDecimal.valueOf(3));
        parks.identification = Identification.CODE;
        parks.evidenceRequired = false;
        return parks.build();
    }

    TestMethodology criteria(int count) {
        criteria = count;
        return this;
    }

    TestMethodology directions(int count) {
        directions = count;
        return this;
    }

    TestMethodology scale(String step, String maximum) {
        scale = new Scale(new BigDecimal(step), new BigDecimal(maximum));
        return this;
    }

    Methodology build() {
        List<Criterion> all = new ArrayList<>();
        for (int number = 1; number <= criteria; number++) {
            List<LocalizedText> texts = new ArrayList<>();
            for (int direction = 1; direction <= directions; direction++) {
                texts.add(text("направление " + direction, "direction " + direction));
            }
            all.add(new Criterion(
                    number, text("критерий " + number, "criterion " + number), texts, List.of(), Set.of()));
        }
        return new Methodology(
                "test",
                "1",
                text("Пример", "Example"),
                identification,
                evidenceRequired,
                scale,
                columns.stream().map(TestMethodology::column).toList(),
                List.of(new Section(1, text("Раздел", "Section"), all)),
                new Thresholds(100, 20, 2),
                List.of(),
                List.of(),
                "",
                "0".repeat(64));
    }

    private static Column column(int number) {
        LocalizedText title = text("столбец " + number, "column " + number);
        return new Column(number, title, title, Set.of(), number == 6);
    }

    private static LocalizedText text(String ru, String en) {
        return new LocalizedText(ru, en);
    }
}
