package org.mera.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The cases of {@code spec/csv.yaml}, read in chunks of several sizes and split again. */
class CsvSpecTest {

    private static final int[] CHUNKS = {1, 2, 3, 7, 16, 1 << 16};

    /** A case as the file writes it. */
    record Case(
            String id,
            List<Map<String, String>> file,
            @Nullable TextEncoding encoding,
            @Nullable String delimiter,
            List<List<String>> records,
            @Nullable Fault fault) {}

    /** What a case expects to be wrong. */
    record Fault(String code, int line, String value, @Nullable List<String> details) {}

    @TestFactory
    Stream<DynamicTest> scansAsTheSpecificationSays() throws IOException {
        return cases().stream()
                .map(given -> DynamicTest.dynamicTest(given.id(), () -> {
                    for (int chunk : CHUNKS) {
                        check(given, chunk);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> splitsAsTheSpecificationSays() throws IOException {
        return cases().stream()
                .filter(given -> given.fault() == null)
                .map(given -> DynamicTest.dynamicTest(given.id(), () -> {
                    byte[] bytes = bytes(given);
                    Collected scanned = Collected.of(bytes);
                    int from = scanned.offsets().get(0).intValue();
                    assertThat(CsvSplitter.split(
                                    Arrays.copyOfRange(bytes, from, bytes.length),
                                    scanned.scan().encoding(),
                                    scanned.scan().delimiter(),
                                    scanned.records().get(0).number()))
                            .isEqualTo(expectedRecords(given));
                }));
    }

    private static void check(Case given, int chunk) throws Exception {
        byte[] bytes = bytes(given);
        Collected collected = Collected.of(bytes, chunk);
        CsvScan scan = collected.scan();
        List<CsvRecord> expected = expectedRecords(given);
        int last = expected.isEmpty() ? 0 : expected.get(expected.size() - 1).number();
        String delimiter = given.delimiter() == null ? ";" : given.delimiter();

        assertThat(collected.records()).as("chunk %d", chunk).isEqualTo(expected);
        assertThat(scan.fault()).as("chunk %d", chunk).isEqualTo(expectedFault(given));
        assertThat(scan.records()).isEqualTo(last);
        assertThat(scan.size()).isEqualTo(bytes.length);
        assertThat(scan.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        if (!expected.isEmpty()) {
            assertThat(scan.delimiter()).isEqualTo(delimiter.charAt(0));
            assertThat(scan.encoding()).isEqualTo(given.encoding() == null ? TextEncoding.UTF_8 : given.encoding());
        }
    }

    private static List<CsvRecord> expectedRecords(Case given) {
        return given.records().stream()
                .map(record -> new CsvRecord(Integer.parseInt(record.get(0)), record.subList(1, record.size())))
                .toList();
    }

    private static @Nullable Problem expectedFault(Case given) {
        Fault fault = given.fault();
        if (fault == null) {
            return null;
        }
        int dot = fault.code().indexOf('.');
        String code = dot < 0 ? fault.code() : fault.code().substring(0, dot);
        String variant = dot < 0 ? "" : fault.code().substring(dot + 1);
        List<String> details = fault.details() == null ? List.of() : fault.details();
        return Problem.of(ProblemCode.of(code), "", fault.line())
                .withVariant(variant)
                .withValue(fault.value())
                .withDetails(details.toArray(String[]::new));
    }

    private static byte[] bytes(Case given) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map<String, String> piece : given.file()) {
            piece.forEach((kind, text) -> bytes.writeBytes(
                    switch (kind) {
                        case "utf8" -> text.getBytes(StandardCharsets.UTF_8);
                        case "cp1251" -> text.getBytes(TextEncoding.WINDOWS_1251.charset());
                        case "hex" -> HexFormat.of().parseHex(text);
                        default -> throw new IllegalArgumentException(kind);
                    }));
        }
        return bytes.toByteArray();
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = CsvSpecTest.class.getResourceAsStream("/spec/csv.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<>() {});
        }
    }
}
