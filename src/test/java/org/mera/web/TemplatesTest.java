package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates may not have: anything that a strict content security policy forbids, text that is not escaped, words that nobody has written. */
class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/templates");

    private static final Pattern UNESCAPED = Pattern.compile("th:utext|\\[\\(");
    private static final Pattern STYLE = Pattern.compile("(?i)[\\s:]style\\s*=|styleappend|<style");
    private static final Pattern HANDLER =
            Pattern.compile("(?i)\\s(th:)?(on[a-z]+|hx-on[:\\w-]*)\\s*=|[\"']on[a-z]+=|javascript:");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("(?i)<script(?![^>]*src=)[^>]*>|th:inline");
    private static final Pattern FOREIGN = Pattern.compile("(?i)(src|href)=\"(https?:)?//");

    /** Thymeleaf refuses to ask a bean in the expression of such an attribute, when the page is shown and not before. */
    private static final Pattern BEAN = Pattern.compile(
            "th:(href|src|action|formaction|attr|data-[a-z-]+|aria-[a-z-]+|hx-[a-z-]+)=\"[^\"]*[^\"{]?@[a-z]+\\.");

    private static final Pattern KEY =
            Pattern.compile("#\\{([a-zA-Z0-9._-]+)[(}]|#messages\\.msg\\('([a-zA-Z0-9._-]+)'[,)]");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void escapeAllText(Path template) throws IOException {
        assertThat(text(template)).doesNotContainPattern(UNESCAPED);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void haveNeitherStylesNorScriptsOfTheirOwn(Path template) throws IOException {
        assertThat(text(template))
                .doesNotContainPattern(STYLE)
                .doesNotContainPattern(HANDLER)
                .doesNotContainPattern(INLINE_SCRIPT);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void loadNothingFromElsewhere(Path template) throws IOException {
        assertThat(text(template)).doesNotContainPattern(FOREIGN);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void askBeansWhereTheyMay(Path template) throws IOException {
        assertThat(text(template)).doesNotContainPattern(BEAN);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void useWordsThatExist(Path template) throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : MessagesTest.bundles()) {
            known.addAll(MessagesTest.words(bundle, "ru").keySet());
        }

        assertThat(keys(text(template))).isSubsetOf(known);
    }

    @Test
    void knowWhatTheyForbid() {
        assertThat("<p th:utext=\"${x}\">").containsPattern(UNESCAPED);
        assertThat("<p th:style=\"${x}\">").containsPattern(STYLE);
        assertThat("<p onclick=\"x()\">").containsPattern(HANDLER);
        assertThat("<script>x()</script>").containsPattern(INLINE_SCRIPT);
        assertThat("<script th:src=\"@{/mera.js}\" defer></script>").doesNotContainPattern(INLINE_SCRIPT);
        assertThat("<p th:text=\"#{action.done}\" class=\"on\">").doesNotContainPattern(HANDLER);
        assertThat("<a th:href=\"${@links.with('a', 1)}\">").containsPattern(BEAN);
        assertThat("<a th:with=\"to=${@links.with('a', 1)}\" th:href=\"@{/log}\">")
                .doesNotContainPattern(BEAN);
        assertThat(keys("#{a.b} #{c.d(${x})} ${#messages.msg('e.f', 1)}")).containsExactly("a.b", "c.d", "e.f");
    }

    private static List<String> keys(String template) {
        return KEY.matcher(template)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }

    /** Without what stands in comments of the template: it is not sent. */
    private static String text(Path template) throws IOException {
        return Files.readString(template, StandardCharsets.UTF_8).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
    }
}
