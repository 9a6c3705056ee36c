package org.mera.methodology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Invented methodologies: {@code aMethodology().columns(1, 2).criteria(3).identifiedByCode().build()}. */
public final class MethodologyBuilder {

    private int[] columns = {3, 4, 5, 6};
    private int criteria = 50;
    private Identification identification = Identification.INN;
    private boolean evidenceRequired = true;

    private MethodologyBuilder() {}

    /** {@return one of 50 criteria in the columns 3 to 6, by INN, with evidence} */
    public static MethodologyBuilder aMethodology() {
        return new MethodologyBuilder();
    }

    public MethodologyBuilder columns(int... numbers) {
        columns = numbers.clone();
        return this;
    }

    public MethodologyBuilder criteria(int count) {
        criteria = count;
        return this;
    }

    public MethodologyBuilder identifiedByCode() {
        identification = Identification.CODE;
        return this;
    }

    public MethodologyBuilder withoutEvidence() {
        evidenceRequired = false;
        return this;
    }

    public Methodology build() {
        List<Criterion> all = new ArrayList<>();
        for (int number = 1; number <= criteria; number++) {
            all.add(new Criterion(number, text("Критерий", "Criterion", number), List.of(), List.of(), Set.of()));
        }
        return new Methodology(
                "invented",
                "1",
                new LocalizedText("Выдуманный рейтинг", "Invented rating"),
                identification,
                evidenceRequired,
                new Scale(new BigDecimal("0.5"), BigDecimal.ONE),
                Arrays.stream(columns).mapToObj(MethodologyBuilder::column).toList(),
                List.of(new Section(1, text("Раздел", "Section", 1), all)),
                new Thresholds(50, 20, 2),
                List.of(),
                List.of(),
                "",
                "0".repeat(64));
    }

    private static Column column(int number) {
        LocalizedText title = text("Столбец", "Column", number);
        return new Column(number, title, title, EnumSet.allOf(DocumentKind.class), false);
    }

    private static LocalizedText text(String russian, String english, int number) {
        return new LocalizedText(russian + " " + number, english + " " + number);
    }
}
