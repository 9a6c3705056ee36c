package org.mera.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void leavesAnInnAsItIs() {
        assertThat(FileNames.of("9900000011")).isEqualTo("9900000011");
    }

    @Test
    void letsNoCodeLeaveItsFolder() {
        assertThat(FileNames.of("../../etc/парк №7")).isEqualTo("%2E.%2F..%2Fetc%2Fпарк%20%E2%84%967");
        assertThat(FileNames.of("..")).isEqualTo("%2E.");
        assertThat(FileNames.of("C:\\a%2F")).isEqualTo("C%3A%5Ca%252F");
    }

    @Test
    void hashesWhatIsTooLongForAFileSystem() {
        assertThat(FileNames.of("\uD83C\uDF33".repeat(40)))
                .hasSize(65)
                .startsWith("%")
                .doesNotContain("%F0");
    }

    @Test
    void givesDifferentCodesDifferentNames() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            Map<String, String> codes = new HashMap<>();
            for (int i = 0; i < 500; i++) {
                StringBuilder code = new StringBuilder();
                int length = 1 + random.nextInt(40);
                for (int j = 0; j < length; j++) {
                    code.append("a.%2Fя/\u00A0…\u3042".charAt(random.nextInt(10)));
                }
                String name = FileNames.of(code.toString());
                assertThat(codes.putIfAbsent(name, code.toString()))
                        .as("seed %d, %s", seed, name)
                        .isIn(null, code.toString());
                assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
                assertThat(name).doesNotContain("/").doesNotStartWith(".");
            }
        }
    }
}
