package org.mera.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.Methodology;
import org.mera.methodology.Section;

/** Points and percentages as files write them. There are few of them and a hundred thousand companies: each is laid out once. */
final class Figures {

    private final Methodology methodology;
    private final @Nullable String[] points;
    private final @Nullable String[] indicators;
    private final @Nullable String[][] percents;

    Figures(Methodology methodology) {
        this.methodology = methodology;
        int sums = methodology.totalMaximum() + 1;
        this.points = new @Nullable String[sums];
        this.indicators = new @Nullable String[sums];
        this.percents = new @Nullable String[methodology.sections().size()][sums];
    }

    /** {@return so many units as points} */
    String points(int units) {
        String known = points[units];
        if (known == null) {
            known = methodology.scale().points(units);
            points[units] = known;
        }
        return known;
    }

    /** {@return the indicator of a total} */
    String indicator(int total) {
        String known = indicators[total];
        if (known == null) {
            known = methodology.indicator(total).toPlainString();
            indicators[total] = known;
        }
        return known;
    }

    /** {@return the share that a section's sum has of its maximum} */
    String percent(int section, int sum) {
        String known = percents[section][sum];
        if (known == null) {
            List<Section> sections = methodology.sections();
            known = methodology.sectionPercent(sections.get(section), sum).toPlainString();
            percents[section][sum] = known;
        }
        return known;
    }
}
