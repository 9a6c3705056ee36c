package org.mera.methodology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** STAND-IN: the loader of methodologies is written elsewhere. */
public final class Methodologies {

    private static final int[] DIRECTIONS = {
        9, 3, 6, 3, 5, 5, 5, 4, 4, 4, 6, 5, 4, 6, 3, 10, 11, 7, 6, 7, 7, 5, 9, 5, 6, 5, 3, 5, 3, 4, 3, 5, 4, 4, 5, 7, 5,
        6, 8, 5, 8, 10, 5, 3, 6, 6, 6, 4, 5, 6
    };
    private static final int[] LAST = {2, 12, 18, 25, 30, 38, 42, 50};

    private Methodologies() {}

    public static Methodology bundled(String id) {
        List<Section> sections = new ArrayList<>();
        int number = 1;
        for (int section = 0; section < LAST.length; section++) {
            List<Criterion> criteria = new ArrayList<>();
            for (; number <= LAST[section]; number++) {
                criteria.add(criterion(number));
            }
            sections.add(new Section(section + 1, text("Раздел ", "Section ", section + 1), criteria));
        }
        List<Column> columns = new ArrayList<>();
        for (int column = 3; column <= 6; column++) {
            columns.add(new Column(
                    column,
                    text("Столбец ", "Column ", column),
                    text("Столбец ", "Column ", column),
                    kinds(column),
                    column == 6));
        }
        return new Methodology(
                id,
                "stand-in",
                new LocalizedText("Рейтинг", "Rating"),
                Identification.INN,
                true,
                new Scale(new BigDecimal("0.5"), BigDecimal.ONE),
                columns,
                sections,
                new Thresholds(50, 20, 2),
                List.of(),
                List.of(),
                "",
                "");
    }

    private static Criterion criterion(int number) {
        List<LocalizedText> directions = new ArrayList<>();
        for (int i = 1; i <= DIRECTIONS[number - 1]; i++) {
            directions.add(text("направление ", "direction ", i));
        }
        List<Integer> dependsOn =
                switch (number) {
                    case 2 -> List.of(1, 19);
                    case 12 -> List.of(7, 8, 9, 10, 11);
                    case 30 -> List.of(33, 34);
                    default -> List.of();
                };
        Set<Integer> yearBound = Arrays.asList(43, 45, 47, 48).contains(number) ? Set.of(5) : Set.of();
        return new Criterion(number, text("Критерий ", "Criterion ", number), directions, dependsOn, yearBound);
    }

    private static Set<DocumentKind> kinds(int column) {
        Set<DocumentKind> kinds = EnumSet.of(
                DocumentKind.RESOLUTION,
                DocumentKind.ORDER,
                DocumentKind.PLAN,
                DocumentKind.RISK_REGISTER,
                DocumentKind.RECORD);
        if (column <= 4) {
            kinds.addAll(EnumSet.range(DocumentKind.PARENT_DECISION, DocumentKind.GUIDANCE));
        } else {
            kinds.addAll(
                    EnumSet.of(DocumentKind.REPORT, DocumentKind.ANNUAL_REPORT, DocumentKind.NON_FINANCIAL_REPORT));
        }
        if (column >= 4) {
            kinds.add(DocumentKind.CONTRACT);
        }
        if (column <= 5) {
            kinds.add(DocumentKind.LOCAL_ACT);
        }
        if (column == 3 || column == 6) {
            kinds.add(DocumentKind.PUBLICATION);
        }
        return kinds;
    }

    private static LocalizedText text(String ru, String en, int number) {
        return new LocalizedText(ru + number, en + number);
    }
}
