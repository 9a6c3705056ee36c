package org.mera.sample;

import java.math.BigDecimal;
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

/** A methodology of quite another shape: parks, by code, 0 to 3, two columns, no evidence. */
final class Parks {

    private Parks() {}

    static Methodology methodology() {
        return new Methodology(
                "parks",
                "1",
                text("Парки", "Parks"),
                Identification.CODE,
                false,
                new Scale(BigDecimal.ONE, BigDecimal.valueOf(3)),
                List.of(column(1, "Уход", "Care"), column(2, "Доступность", "Access")),
                List.of(new Section(
                        1,
                        text("Зелень", "Green"),
                        List.of(
                                new Criterion(
                                        1,
                                        text("=Деревья", "=Trees"),
                                        List.of(text("высажены", "planted"), text("политы", "watered")),
                                        List.of(),
                                        Set.of()),
                                new Criterion(2, text("Дорожки", "Paths"), List.of(), List.of(1), Set.of())))),
                new Thresholds(50, 20, 2),
                List.of(),
                List.of(),
                "",
                "");
    }

    private static Column column(int number, String ru, String en) {
        return new Column(number, text(ru, en), text(ru, en), Set.of(), false);
    }

    private static LocalizedText text(String ru, String en) {
        return new LocalizedText(ru, en);
    }
}
