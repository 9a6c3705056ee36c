package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mera.csv.Sha256;
import org.mera.csv.TextEncoding;

class PackedPartsTest {

    private static final String COMPANY = "7707083893";
    private static final RegisterEntry ENTRY =
            new RegisterEntry(COMPANY, "Пример-001", "", "", null, "companies.csv", 7, List.of());

    private final PackedParts packer = new PackedParts();

    @Test
    void givesBackThePartsWhereTheyStandNow() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Part> parts = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                parts.add(part(random, parts.size()));
            }

            List<Part> unpacked = PackedParts.unpack(COMPANY, packed(parts), places(parts));

            assertThat(unpacked).as("seed %d", seed).usingRecursiveComparison().isEqualTo(moved(parts));
        }
    }

    @Test
    void takesLittleRoomForWhatIsSaidAgain() {
        Part part = part(TextEncoding.UTF_8, "Д1 п. 3.1;".repeat(1_000).getBytes(StandardCharsets.UTF_8), 0);

        assertThat(packed(List.of(part))).hasSizeLessThan(400);
    }

    @Test
    void refusesWhatIsNotAsItWasPacked() {
        List<Part> parts =
                List.of(part(TextEncoding.UTF_8, "7707083893;1;1;Д1 п. 3.1\n".getBytes(StandardCharsets.UTF_8), 0));
        byte[] packed = packed(parts);
        for (int at = 0; at < packed.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] spoilt = packed.clone();
                spoilt[at] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> PackedParts.unpack(COMPANY, spoilt, places(parts)))
                        .as("byte %d, bit %d", at, bit)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("A packed value of %d bytes is damaged: its checksum differs", packed.length);
            }
            byte[] cut = Arrays.copyOf(packed, at);
            assertThatThrownBy(() -> PackedParts.unpack(COMPANY, cut, places(parts)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A packed value of %d bytes is damaged: its checksum differs", at);
        }
    }

    private byte[] packed(List<Part> parts) {
        packer.pack(new CompanyFile(COMPANY, List.of(ENTRY), parts));
        return Arrays.copyOf(packer.packed(), packer.packedLength());
    }

    private static Part part(Random random, int ordinal) {
        byte[] bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        TextEncoding encoding = random.nextBoolean() ? TextEncoding.UTF_8 : TextEncoding.WINDOWS_1251;
        return part(encoding, bytes, ordinal);
    }

    private static Part part(TextEncoding encoding, byte[] bytes, int ordinal) {
        Layout layout = ordinal % 3 == 2
                ? new Layout(Form.DOCUMENTS, List.of("inn", "document", "", "title"))
                : new Layout(Form.TABLE, List.of("inn", "criterion", "c3", "c3_evidence", ""));
        Range range = new Range(
                ordinal,
                COMPANY,
                0,
                bytes.length,
                10 + ordinal,
                3,
                Sha256.digest().digest(bytes));
        return new Part("a.csv", encoding, ';', layout, range, bytes);
    }

    /** The line of the register comes first; each part stands a hundred records below where it stood, in another file. */
    private static StoredPlaces places(List<Part> parts) {
        Integer[] places = new Integer[2 * parts.size() + 2];
        String[] files = new String[parts.size() + 1];
        Arrays.fill(places, 0);
        Arrays.fill(files, "b.csv");
        for (int i = 0; i < parts.size(); i++) {
            places[2 * i + 3] = 100 + parts.get(i).range().firstRecord();
        }
        return new StoredPlaces(places, files);
    }

    private static List<Part> moved(List<Part> parts) {
        return parts.stream()
                .map(part -> {
                    Range range = part.range();
                    Range moved = new Range(
                            range.ordinal(),
                            range.company(),
                            0,
                            range.length(),
                            100 + range.firstRecord(),
                            range.records(),
                            range.sha256());
                    return new Part("b.csv", part.encoding(), part.delimiter(), part.layout(), moved, part.bytes());
                })
                .toList();
    }
}
