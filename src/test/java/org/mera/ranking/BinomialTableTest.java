package org.mera.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class BinomialTableTest {

    @Test
    void hasTheProbabilitiesOfTheLibrary() {
        for (int cells : new int[] {0, 1, 2, 7, 200, 20_000}) {
            for (double rate : new double[] {0, 0.0001, 0.12, 0.5, 0.77, 1}) {
                BinomialTable table = new BinomialTable(cells, rate);
                BinomialDistribution library = BinomialDistribution.of(cells, rate);
                for (int moved = 0; moved <= cells; moved++) {
                    assertThat(table.probability(moved)).isCloseTo(library.probability(moved), within(1e-9));
                }
            }
        }
    }

    @Test
    void invertsTheCumulatedProbabilities() {
        BinomialTable table = new BinomialTable(2, 0.5);

        assertThat(table.draw(0)).isEqualTo(0);
        assertThat(table.draw(Math.nextDown(0.25))).isEqualTo(0);
        assertThat(table.draw(0.25)).isEqualTo(1);
        assertThat(table.draw(Math.nextDown(0.75))).isEqualTo(1);
        assertThat(table.draw(0.75)).isEqualTo(2);
        assertThat(table.draw(Math.nextDown(1.0))).isEqualTo(2);
    }

    @Test
    void movesNoneOrAllWhereThatIsCertain() {
        assertThat(new BinomialTable(200, 0).draw(0.999)).isEqualTo(0);
        assertThat(new BinomialTable(200, 1).draw(0.001)).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> new BinomialTable(3, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BinomialTable(3, 1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BinomialTable(-1, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
