package org.mera.methodology;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a rating measures and how: its criteria, columns and scale. An edition is never changed once used; a new one has another version.
 *
 * @param id               of the family of editions: {@code anti-corruption-rating}
 * @param version          of this edition
 * @param evidenceRequired whether every score above 0 must cite evidence
 * @param comparableWith   versions of the same family whose results may be compared with this one's
 * @param classes          from the highest to the lowest; empty where the committee has defined none
 * @param classesVersion   of the scale of classes; empty where it is not known
 * @param text             the methodology file, as it was loaded
 * @param sha256           of the file's bytes, 64 lower-case hexadecimal digits
 * @param criteria         those of all sections, by number: the criterion {@code n} is at {@code n - 1}
 */
public record Methodology(
        String id,
        String version,
        LocalizedText title,
        Identification identification,
        boolean evidenceRequired,
        Scale scale,
        List<Column> columns,
        List<Section> sections,
        Thresholds thresholds,
        List<ScoreClass> classes,
        String classesVersion,
        List<String> comparableWith,
        String text,
        String sha256,
        List<Criterion> criteria) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Methodology {
        columns = List.copyOf(columns);
        sections = List.copyOf(sections);
        classes = List.copyOf(classes);
        comparableWith = List.copyOf(comparableWith);
        criteria = List.copyOf(criteria);
        if (columns.isEmpty() || criteria.isEmpty() || !criteria.equals(criteriaOf(sections))) {
            throw new IllegalArgumentException(
                    "A methodology has a column, a criterion and the criteria of its sections");
        }
        for (int i = 0; i < criteria.size(); i++) {
            if (criteria.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Criteria are numbered 1, 2, 3…, not " + criteria.get(i).number() + " at place " + (i + 1));
            }
        }
    }

    public Methodology(
            String id,
            String version,
            LocalizedText title,
            Identification identification,
            boolean evidenceRequired,
            Scale scale,
            List<Column> columns,
            List<Section> sections,
            Thresholds thresholds,
            List<ScoreClass> classes,
            List<String> comparableWith,
            String text,
            String sha256) {
        this(
                id,
                version,
                title,
                identification,
                evidenceRequired,
                scale,
                columns,
                sections,
                thresholds,
                classes,
                version,
                comparableWith,
                text,
                sha256,
                criteriaOf(sections));
    }

    /** {@return the same with the classes of a scale without a version} */
    public Methodology withClasses(List<ScoreClass> newClasses) {
        return withClasses(newClasses, "");
    }

    /**
     * {@return the same with the classes that a job defines} The text stays the file's.
     *
     * @param newVersion of that scale of classes; empty where it is not known
     */
    public Methodology withClasses(List<ScoreClass> newClasses, String newVersion) {
        return new Methodology(
                id,
                version,
                title,
                identification,
                evidenceRequired,
                scale,
                columns,
                sections,
                thresholds,
                newClasses,
                newVersion,
                comparableWith,
                text,
                sha256,
                criteria);
    }

    /** {@return the class that an indicator of this total falls into} By the indicator as it is printed; empty where there is none. */
    public Optional<ScoreClass> classOf(int totalUnits) {
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal indicator = indicator(totalUnits);
        return classes.stream()
                .filter(band -> band.from().compareTo(indicator) <= 0)
                .max(Comparator.comparing(ScoreClass::from));
    }

    /** {@return the class above that of a total} Empty where none is defined, or the highest is reached. */
    public Optional<ScoreClass> classAbove(int totalUnits) {
        BigDecimal indicator = classes.isEmpty() ? BigDecimal.ZERO : indicator(totalUnits);
        return classes.stream()
                .filter(band -> band.from().compareTo(indicator) > 0)
                .min(Comparator.comparing(ScoreClass::from));
    }

    /** {@return the lowest total, in units, whose indicator as it is printed reaches a class} */
    public int totalOf(ScoreClass band) {
        int total = band.from()
                .multiply(BigDecimal.valueOf(totalMaximum()))
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .intValueExact();
        while (total > 0 && indicator(total - 1).compareTo(band.from()) >= 0) {
            total--;
        }
        return total;
    }

    /** {@return how many criteria there are; their numbers are 1 to this} */
    public int criterionCount() {
        return criteria.size();
    }

    /** {@return the criterion of this number} Empty where there is none. */
    public Optional<Criterion> criterion(int number) {
        return number >= 1 && number <= criteria.size() ? Optional.of(criteria.get(number - 1)) : Optional.empty();
    }

    /** {@return the highest possible sum of a column, in units} */
    public int columnMaximum() {
        return criterionCount() * scale.maximumUnits();
    }

    /** {@return the highest possible total, in units} */
    public int totalMaximum() {
        return columnMaximum() * columns.size();
    }

    /** {@return the indicator of a total: its share of the maximum in percent, two decimals, half-up} */
    public BigDecimal indicator(int totalUnits) {
        return percent(totalUnits, totalMaximum());
    }

    /** {@return the sum of a section as a share of the section's maximum, in percent, two decimals, half-up} */
    public BigDecimal sectionPercent(Section section, int units) {
        return percent(units, section.criteria().size() * columns.size() * scale.maximumUnits());
    }

    private static List<Criterion> criteriaOf(List<Section> sections) {
        return sections.stream().flatMap(section -> section.criteria().stream()).toList();
    }

    private static BigDecimal percent(int units, int maximum) {
        return BigDecimal.valueOf(units).multiply(HUNDRED).divide(BigDecimal.valueOf(maximum), 2, RoundingMode.HALF_UP);
    }
}
