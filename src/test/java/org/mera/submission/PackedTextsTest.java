package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedTextsTest {

    private static final List<String> TEXTS = List.of(
            "",
            "Д1 п. 3.1; Д4 разд. 2",
            "D10; D5 cl. 3",
            "«Порядок» — №\u00A07…",
            "\u0000",
            "\uFFFD",
            "é",
            "€",
            "™",
            "😀 и Д1",
            "каждый ".repeat(9),
            "a".repeat(63),
            "a".repeat(64),
            "ё".repeat(8_192),
            "各".repeat(70_000));

    private final PackedTexts texts = new PackedTexts();

    @Test
    void givesBackWhatWasAdded() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> added = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                added.add(TEXTS.get(random.nextInt(TEXTS.size())));
            }

            assertThat(PackedTexts.unpack(packed(added))).as("seed %d", seed).isEqualTo(added);
        }
    }

    @Test
    void keepsRussianInOneByteALetter() {
        byte[] russian = packed(List.of("фхцчшщъыьэюяабвг"));
        byte[] other = packed(List.of("фхцчшщъыьэюяабвé"));

        assertThat(russian).hasSizeLessThan(16 + 12);
        assertThat(other).hasSizeGreaterThan(32);
    }

    @Test
    void refusesWhatIsNotAsItWasPacked() {
        byte[] packed = packed(List.of("Д1 п. 3.1; Д4 разд. 2", "", "Д1 п. 3.1; Д4 разд. 2", "1"));
        for (int at = 0; at < packed.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] spoilt = packed.clone();
                spoilt[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> PackedTexts.unpack(spoilt))
                        .as("byte %d, bit %d", at, bit)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("A packed value of %d bytes is damaged: its checksum differs", packed.length);
            }
            byte[] cut = Arrays.copyOf(packed, at);
            assertThatThrownBy(() -> PackedTexts.unpack(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A packed value of %d bytes is damaged: its checksum differs", at);
        }
    }

    private byte[] packed(List<String> added) {
        added.forEach(texts::add);
        return texts.pack();
    }
}
