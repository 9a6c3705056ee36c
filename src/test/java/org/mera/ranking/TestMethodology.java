package org.mera.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mera.methodology.Column;
import org.mera.methodology.Criterion;
import org.mera.methodology.DocumentKind;
import org.mera.methodology.Identification;
import org.mera.methodology.LocalizedText;
import org.mera.methodology.Methodology;
import org.mera.methodology.Scale;
import org.mera.methodology.ScoreClass;
import org.mera.methodology.Section;
import org.mera.methodology.Thresholds;

/** Methodologies built by hand. */
public final class TestMethodology {

    private final String id;
    private Identification identification = Identification.INN;
    private Scale scale = new Scale(new BigDecimal("0.5"), BigDecimal.ONE);
    private int[] columns = {3, 4, 5, 6};
    private int[] sections = {2, 1};
    private List<ScoreClass> classes = List.of();

    private TestMethodology(String id) {
        this.id = id;
    }

    /** {@return 3 criteria in 2 sections, columns 3–6, scores 0 / 0,5 / 1, by INN: the maximum is 24 units, 12 points} */
    public static TestMethodology aMethodology() {
        return new TestMethodology("sample-rating");
    }

    /** {@return 3 criteria in a section, columns 1 and 2, scores 0–3, by code: the maximum is 18 units, 18 points} */
    public static TestMethodology ofParks() {
        TestMethodology parks = new TestMethodology("sample-parks");
        parks.identification = Identification.CODE;
        parks.scale = new Scale(BigDecimal.ONE, BigDecimal.valueOf(3));
        parks.columns = new int[] {1, 2};
        parks.sections = new int[] {3};
        return parks;
    }

    /** How many criteria each section has. */
    public TestMethodology sections(int... criteria) {
        sections = criteria.clone();
        return this;
    }

    public TestMethodology scale(Scale other) {
        scale = other;
        return this;
    }

    public TestMethodology classes(ScoreClass... bands) {
        classes = List.of(bands);
        return this;
    }

    public Methodology build() {
        return new Methodology(
                id,
                "2025",
                new LocalizedText("Рейтинг-пример", "Sample rating"),
                identification,
                true,
                scale,
                builtColumns(),
                builtSections(),
                new Thresholds(50, 20, 2),
                classes,
                List.of(),
                "id: " + id + "\n",
                "5ca1ab1e".repeat(8));
    }

    private List<Column> builtColumns() {
        List<Column> built = new ArrayList<>();
        for (int number : columns) {
            LocalizedText title = new LocalizedText("Столбец " + number, "Column " + number);
            built.add(new Column(number, title, title, Set.of(DocumentKind.RECORD), false));
        }
        return built;
    }

    private List<Section> builtSections() {
        List<Section> built = new ArrayList<>();
        int criterion = 0;
        for (int i = 0; i < sections.length; i++) {
            List<Criterion> criteria = new ArrayList<>();
            for (int j = 0; j < sections[i]; j++) {
                criterion++;
                LocalizedText title = new LocalizedText("Критерий " + criterion, "Criterion " + criterion);
                criteria.add(new Criterion(criterion, title, List.of(), List.of(), Set.of()));
            }
            built.add(new Section(i + 1, new LocalizedText("Раздел " + (i + 1), "Section " + (i + 1)), criteria));
        }
        return built;
    }
}
