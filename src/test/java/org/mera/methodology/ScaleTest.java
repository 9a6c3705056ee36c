package org.mera.methodology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

    private static final Scale HALVES = new Scale(new BigDecimal("0.5"), new BigDecimal("1"));
    private static final Scale TENS = new Scale(new BigDecimal("10"), new BigDecimal("1E+2"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "0,0|0",
                "0.000|0",
                "00|0",
                "0,5|1",
                "0.5|1",
                "0,50|1",
                "00,500|1",
                "1|2",
                "1,0|2",
                "1.00|2",
                "01|2"
            })
    void takesPlainDecimalsOfEqualValueAsTheSameScore(String text, int units) {
        assertThat(HALVES.units(text)).isEqualTo(OptionalInt.of(units));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " 1",
                "1 ",
                "0,7",
                "0,25",
                "1,5",
                "2",
                "-1",
                "-0",
                "+1",
                "1e0",
                "5E-1",
                "½",
                "١",
                "0x1",
                ",5",
                ".5",
                "1,",
                "1.",
                ",",
                "0,5,0",
                "0,.5",
                "1/2",
                "NaN",
                "0,5 ",
                "да",
                "1,0000000000000000000000000000000000000001",
                "99999999999999999999999999999999999999999",
                "00000000000000000000000000000000000000001"
            })
    void refusesWhatIsNoPlainDecimalOrOffTheScale(String text) {
        assertThat(HALVES.units(text)).isEmpty();
    }

    @Test
    void refusesAHugeTextQuickly() {
        assertThat(HALVES.units("9".repeat(5_000_000))).isEmpty();
        assertThat(HALVES.units("0," + "0".repeat(5_000_000))).isEmpty();
    }

    @Test
    void writesPointsWithOneDecimalAndAPoint() {
        assertThat(List.of(HALVES.points(0), HALVES.points(1), HALVES.points(75), HALVES.points(400)))
                .containsExactly("0.0", "0.5", "37.5", "200.0");
        assertThat(new Scale(new BigDecimal("0.50"), BigDecimal.ONE).points(75)).isEqualTo("37.5");
        assertThat(TENS.points(3)).isEqualTo("30.0");
    }

    @Test
    void readsBackThePointsItWrites() {
        long seed = 20250101;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            BigDecimal step = BigDecimal.valueOf(random.nextInt(1, 50), 1);
            int steps = random.nextInt(1, 101);
            Scale scale = new Scale(step, step.multiply(BigDecimal.valueOf(steps)));
            int units = random.nextInt(0, steps + 1);
            assertThat(scale.units(scale.points(units).replace('.', ',')))
                    .as("seed %d, round %d, step %s, maximum %s", seed, i, step, scale.maximum())
                    .isEqualTo(OptionalInt.of(units));
            assertThat(scale.units(scale.points(steps + 1)))
                    .as("above the maximum: seed %d, round %d, step %s", seed, i, step)
                    .isEmpty();
        }
    }

    @Test
    void countsTheMaximumInUnits() {
        assertThat(HALVES.maximumUnits()).isEqualTo(2);
        assertThat(TENS.maximumUnits()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-0.5,1", "0.25,1", "0.5,0.7", "1,0", "2,1", "0.1,10.1"})
    void refusesAStepOrMaximumThatMakesNoScale(BigDecimal step, BigDecimal maximum) {
        assertThatThrownBy(() -> new Scale(step, maximum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A scale has a step of at most one decimal and a maximum of 1 to 100 steps, not " + step
                        + " and " + maximum);
    }

    @Test
    void saysWhatAScoreMeansWhereTheMethodologyDoes() {
        LocalizedText none = new LocalizedText("нет", "none");
        LocalizedText full = new LocalizedText("да", "full");
        Scale scale = new Scale(BigDecimal.ONE, BigDecimal.ONE, List.of(none, full));

        assertThat(scale.meaning(1)).contains(full);
        assertThat(HALVES.meaning(1)).isEmpty();
        assertThatThrownBy(() -> new Scale(BigDecimal.ONE, BigDecimal.ONE, List.of(none)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A scale of 2 scores has as many meanings or none, not 1");
    }
}
