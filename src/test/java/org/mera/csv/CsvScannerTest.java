package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvScannerTest {

    private static final int[] CHUNKS = {1, 2, 3, 5, 7, 64, 1 << 16};

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "ИНН;б\n1;2\n");

        Collected collected = new Collected();
        CsvScan scan = CsvScanner.scan(file, collected);

        assertThat(collected.records())
                .containsExactly(new CsvRecord(1, List.of("ИНН", "б")), new CsvRecord(2, List.of("1", "2")));
        assertThat(scan.size()).isEqualTo(Files.size(file));
        assertThatThrownBy(() -> CsvScanner.scan(folder.resolve("none.csv"), collected))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void showsARecordAsItStandsInTheFile() throws IOException {
        byte[] bytes = "\uFEFFa;b;c\r\n\r\n\"x\"\"y\";;\u00A0\r\nlast".getBytes(StandardCharsets.UTF_8);
        List<String> seen = new ArrayList<>();
        CsvScanner.scan(bytes, new Collected() {
            @Override
            public void record(RawRecord record) {
                seen.add(record.number() + " at " + record.offset() + "+" + record.length() + ": " + record.fieldCount()
                        + " fields, blank from 0 " + record.isBlankFrom(0) + ", from 1 " + record.isBlankFrom(1)
                        + ", from 9 " + record.isBlankFrom(9) + ", beyond '" + record.field(9) + "'");
            }
        });

        assertThat(seen)
                .containsExactly(
                        "1 at 3+7: 3 fields, blank from 0 false, from 1 false, from 9 true, beyond ''",
                        "3 at 12+12: 3 fields, blank from 0 false, from 1 true, from 9 true, beyond ''",
                        "4 at 24+4: 1 fields, blank from 0 false, from 1 true, from 9 true, beyond ''");
    }

    @Test
    void givesTheBytesOfRecordsBeforeTheyLeaveTheMemory() throws Exception {
        byte[] bytes = "a;b\n1;2\n333;4\r\n5;\"6\n6\"\r".repeat(40).getBytes(StandardCharsets.UTF_8);
        for (int chunk : CHUNKS) {
            MessageDigest digest = Sha256.digest();
            MessageDigest expected = Sha256.digest();
            CsvScanner.scan(() -> new ByteArrayInputStream(bytes), chunk, new Collected() {

                private long from;
                private long to;

                @Override
                public void record(RawRecord record) {
                    expected.update(bytes, (int) record.offset(), record.length());
                    from = from == to ? record.offset() : from;
                    to = record.offset() + record.length();
                }

                @Override
                public void passed(PassedBytes passed) {
                    passed.update(digest, from, (int) (to - from));
                    from = to;
                }
            });

            assertThat(digest.digest()).as("chunk %d", chunk).isEqualTo(expected.digest());
        }
    }

    @Test
    void handsOutNoRecordsThatAreNotWantedButReadsToTheEnd() throws IOException {
        byte[] bytes = "a;b\n1;2\n3;4\n\"".getBytes(StandardCharsets.UTF_8);
        Collected collected = new Collected() {
            @Override
            public boolean header(RawRecord header) {
                super.header(header);
                return false;
            }
        };

        CsvScan scan = CsvScanner.scan(bytes, collected);

        assertThat(collected.records()).containsExactly(new CsvRecord(1, List.of("a", "b")));
        assertThat(scan.records()).isEqualTo(3);
        assertThat(scan.fault())
                .isEqualTo(Problem.of(ProblemCode.MALFORMED_CSV, "", 4).withValue("\""));
    }

    @Test
    void beginsAnewWhereTheGuessWasWrong() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Р°;б\nan ASCII line that is longer than a head\n".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Пример с буквами;1\n".getBytes(TextEncoding.WINDOWS_1251.charset()));

        Collected inOneGo = Collected.of(bytes.toByteArray());
        Collected inChunks = Collected.of(bytes.toByteArray(), 16);

        assertThat(inOneGo.restarts()).isZero();
        assertThat(inChunks.restarts()).isEqualTo(1);
        assertThat(inChunks.records()).isEqualTo(inOneGo.records());
        assertThat(inChunks.records().get(2)).isEqualTo(new CsvRecord(3, List.of("Пример с буквами", "1")));
        assertThat(inChunks.scan()).isEqualTo(inOneGo.scan());
    }

    @Test
    void refusesAFileThatChangesBetweenTheReadings() {
        byte[] first = ("Р°;б\n" + "x".repeat(60) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] cyrillic = "Пример с буквами;1\n".getBytes(TextEncoding.WINDOWS_1251.charset());
        byte[] both = Arrays.copyOf(first, first.length + cyrillic.length);
        System.arraycopy(cyrillic, 0, both, first.length, cyrillic.length);
        Iterator<byte[]> versions = List.of(both, first).iterator();

        assertThatThrownBy(() -> CsvScanner.scan(() -> new ByteArrayInputStream(versions.next()), 16, new Collected()))
                .isInstanceOf(IOException.class)
                .hasMessage("The file changed while it was read");
    }

    @Test
    void refusesARecordAboveOneMebibyte() throws IOException {
        int longest = RecordEnd.LONGEST;
        for (String lineEnd : List.of("\n", "\r\n", "\r", "")) {
            for (int chunk : new int[] {1 << 16, (1 << 16) - 1, 1 << 20, 1 << 22}) {
                assertThat(faultOf("a;b\n" + "x".repeat(longest) + lineEnd, chunk))
                        .isNull();
                assertThat(faultOf("a;b\n" + "\"" + "x".repeat(longest - 2) + "\"" + lineEnd, chunk))
                        .isNull();
                assertThat(faultOf("a;b\n\n" + "x".repeat(longest + 1) + lineEnd, chunk))
                        .isEqualTo(tooLong(3, "x".repeat(80)));
                assertThat(faultOf("a;b\n1;\n2;\"\n" + "x".repeat(longest) + "\"" + lineEnd, chunk))
                        .isEqualTo(tooLong(3, "\"\n" + "x".repeat(78)));
                assertThat(faultOf("x".repeat(longest + 1) + lineEnd, chunk)).isEqualTo(tooLong(1, "x".repeat(80)));
                assertThat(faultOf(";".repeat(longest + 1) + lineEnd, chunk)).isEqualTo(tooLong(1, ";".repeat(80)));
            }
        }
    }

    @Test
    void givesTheSameHoweverTheFileIsCut() throws IOException {
        for (long seed = 0; seed < 3000; seed++) {
            byte[] bytes = randomFile(new Random(seed));
            Collected expected = Collected.of(bytes);
            for (int chunk : CHUNKS) {
                Collected found = Collected.of(bytes, chunk);
                assertThat(found.scan()).as("seed %d, chunk %d", seed, chunk).isEqualTo(expected.scan());
                assertThat(found.records()).as("seed %d, chunk %d", seed, chunk).isEqualTo(expected.records());
                assertThat(found.offsets()).as("seed %d, chunk %d", seed, chunk).isEqualTo(expected.offsets());
            }
        }
    }

    @Test
    void takesLinearTimeWhateverTheBytes() {
        List<String> units = List.of(
                "\"",
                "\"\"",
                "\"\";",
                ";",
                "\n",
                "\r",
                "\"\n",
                ";\"",
                "a\"",
                "\"a\"b\n",
                "x\u0301",
                "\u0301\u0316",
                "\u00A0",
                "\u00A0;",
                " ");
        for (String unit : units) {
            String mebibytes = unit.repeat(4 * (1 << 20) / unit.getBytes(StandardCharsets.UTF_8).length);
            for (String file : List.of(mebibytes, "a;b\n" + mebibytes, "a;\"" + mebibytes)) {
                byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
                assertTimeoutPreemptively(
                        Duration.ofSeconds(4), () -> CsvScanner.scan(bytes, new Collected()), "a file of " + unit);
            }
        }
    }

    @Test
    void takesAnyBytesWithoutAnException() throws IOException {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            CsvScan scan = Collected.of(bytes, 1 + random.nextInt(100)).scan();
            assertThat(scan.size()).as("seed %d", seed).isEqualTo(bytes.length);
        }
    }

    private static Problem tooLong(int line, String value) {
        return Problem.of(ProblemCode.MALFORMED_CSV, "", line)
                .withVariant("too-long")
                .withValue(value);
    }

    private static @Nullable Problem faultOf(String text, int chunk) throws IOException {
        return Collected.of(text.getBytes(StandardCharsets.UTF_8), chunk).scan().fault();
    }

    /** Pieces that matter to the rules, mostly sound, so that every rule is met in many neighbourhoods. */
    private static byte[] randomFile(Random random) {
        List<String> pieces = List.of(
                "a",
                "п",
                "п",
                "—",
                "\u00A0",
                " ",
                ";",
                ";",
                ",",
                "\t",
                "\n",
                "\n",
                "\r\n",
                "\r",
                "\"",
                "\"x\"",
                "\"\"",
                ";\"п;\n\"\"\";",
                "\uFEFF");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean windows = random.nextInt(3) == 0;
        int faults = random.nextInt(4) == 0 ? 30 : 100_000;
        int length = random.nextInt(60);
        bytes.writeBytes(random.nextInt(6) == 0 ? new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF} : new byte[0]);
        bytes.writeBytes((random.nextInt(6) == 0 ? "sep=,\n" : "").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < length; i++) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            if (piece.startsWith("\"") && random.nextInt(3) > 0) {
                piece = "\n";
            }
            boolean other = random.nextInt(faults) == 0;
            bytes.writeBytes(
                    piece.getBytes(windows ^ other ? TextEncoding.WINDOWS_1251.charset() : StandardCharsets.UTF_8));
            if (random.nextInt(faults) == 0) {
                bytes.write(random.nextInt(8) == 0 ? random.nextInt(2) * 0x98 : random.nextInt(256));
            }
        }
        return bytes.toByteArray();
    }
}
