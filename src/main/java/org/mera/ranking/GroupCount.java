package org.mera.ranking;

import java.util.List;
import java.util.stream.IntStream;
import org.mera.methodology.Methodology;

/** Counts how far the Tables of a company agree, section by section and in all, company after company. */
final class GroupCount {

    private final int maximum;
    private final int[] sectionOfCell;
    private final int sections;
    private final KappaCount[] kappas;
    private final AlphaCount[] alphas;
    private int companies;

    GroupCount(Methodology methodology) {
        this.maximum = methodology.scale().maximumUnits();
        this.sections = methodology.sections().size();
        int columns = methodology.columns().size();
        this.sectionOfCell = IntStream.range(0, sections)
                .flatMap(section -> IntStream.range(
                                0,
                                methodology.sections().get(section).criteria().size() * columns)
                        .map(cell -> section))
                .toArray();
        this.kappas = new KappaCount[sections + 1];
        this.alphas = new AlphaCount[sections + 1];
        for (int i = 0; i <= sections; i++) {
            kappas[i] = new KappaCount(maximum);
            alphas[i] = new AlphaCount();
        }
    }

    /**
     * Adds the Tables of a company; one alone agrees with nothing.
     *
     * @throws IllegalArgumentException where one has another number of cells than the methodology
     */
    void add(List<byte[]> tables) {
        if (tables.size() < 2) {
            return;
        }
        for (byte[] table : tables) {
            if (table.length != sectionOfCell.length) {
                throw new IllegalArgumentException(
                        table.length + " scores are no Table of " + sectionOfCell.length + " cells");
            }
        }
        companies++;
        int[] scores = new int[tables.size()];
        for (int cell = 0; cell < sectionOfCell.length; cell++) {
            int size = 0;
            for (byte[] table : tables) {
                int score = table[cell] & 0xff;
                if (score <= maximum) {
                    scores[size++] = score;
                }
            }
            count(sectionOfCell[cell], scores, size);
            count(sections, scores, size);
        }
    }

    private void count(int at, int[] scores, int size) {
        alphas[at].add(scores, size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                kappas[at].add(scores[i], scores[j]);
            }
        }
    }

    int companies() {
        return companies;
    }

    /** {@return the figures of two assessors, who come in the same order in every company} */
    AgreementGroup ofTwo() {
        return group(true);
    }

    /** {@return the figures of any number of assessors} They have no kappa. */
    AgreementGroup ofMany() {
        return group(false);
    }

    private AgreementGroup group(boolean two) {
        return new AgreementGroup(
                companies,
                figures(sections, two),
                IntStream.range(0, sections)
                        .mapToObj(section -> figures(section, two))
                        .toList());
    }

    private AgreementFigures figures(int at, boolean two) {
        KappaCount pairs = kappas[at];
        return new AgreementFigures(
                pairs.pairs(),
                pairs.equal(),
                two || pairs.pairs() == 0 ? pairs.kappa() : Coefficient.ONLY_FOR_TWO,
                alphas[at].alpha());
    }
}
