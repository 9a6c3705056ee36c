package org.mera.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.access.Role;

final class CheckPageIT {

    private static final String REGISTER =
            """
            ИНН;Наименование;Отрасль;Регион;Участие
            7707083893;"<script>alert(""Пример-001"")</script>";Связь;Регион-01;очное
            770708389;Пример-002;Связь;<b>Регион</b>;заочное
            """;

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Another server on this computer may have its own there for a moment. */
    @AfterEach
    void nothingIsLeft() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!left().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(left()).isEmpty();
        assertThat(server.inbox()).isEmptyDirectory();
    }

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("mera-upload-"))
                    .toList();
        }
    }

    @Test
    void isForThoseWhoHandIn() {
        assertThat(server.get(Role.EXPERT, "/check").statusCode()).isEqualTo(200);
        assertThat(server.get(Role.VIEWER, "/check").statusCode()).isEqualTo(403);
    }

    @Test
    void showsProblemsWithoutRunningWhatStandsInFiles() {
        HttpResponse<byte[]> answer = new Multipart()
                .file("../../Реестр<script>.csv", REGISTER)
                .post(server, Role.EXPERT, "/check", "/check?lang=en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Multipart.text(answer))
                .contains("the INN «770708389» is wrong")
                .contains("Реестр_script_.csv")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>Регион");
    }

    @Test
    void showsThePieceThatAScriptAsksFor() {
        HttpResponse<byte[]> answer = new Multipart()
                .file("a.csv", REGISTER)
                .post(server, Role.EXPERT, "/check", "/check", "HX-Request", "true");

        assertThat(Multipart.text(answer)).startsWith("<section id=\"found\"").doesNotContain("<html");
    }

    @Test
    void givesTheFileBackWithItsProblems() {
        HttpResponse<byte[]> answer = new Multipart()
                .file("Реестр.csv", REGISTER)
                .post(server, Role.EXPERT, "/check", "/check/returned?lang=en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).isEqualTo(Optional.of("text/csv"));
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith("filename*=UTF-8''%D0%A0%D0%B5%D0%B5%D1%81%D1%82%D1%80-problems.csv");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).isEqualTo(Optional.of("nosniff"));
        assertThat(Multipart.text(answer).lines().toList())
                .startsWith("ИНН;Наименование;Отрасль;Регион;Участие;problems")
                .element(2)
                .asString()
                .startsWith("770708389;Пример-002;Связь;<b>Регион</b>;заочное;\"error")
                .endsWith("[bad-inn]\"");
    }

    @Test
    void givesSeveralFilesBackInOne() throws IOException {
        HttpResponse<byte[]> answer = new Multipart()
                .file("a.csv", REGISTER)
                .file("a.csv", REGISTER)
                .post(server, Role.EXPERT, "/check", "/check/returned?lang=ru");

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8)) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("a-замечания.csv");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(REGISTER.lines().findFirst().orElseThrow() + ";Замечания");
            assertThat(zip.getNextEntry().getName()).isEqualTo("2 a-замечания.csv");
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void asksForAFile() {
        HttpResponse<byte[]> answer =
                new Multipart().file("", "").post(server, Role.EXPERT, "/check", "/check?lang=en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Multipart.text(answer)).contains("No file was chosen. Choose at least one CSV file and try again.");
    }

    @Test
    void refusesMoreThanTheLimits() throws IOException {
        Path large = Multipart.large(folder.resolve("large.csv"), "", "x\n", 66L << 20);
        Multipart many = new Multipart();
        for (int i = 0; i < 101; i++) {
            many.file(i + ".csv", REGISTER);
        }

        HttpResponse<byte[]> tooLarge =
                new Multipart().file("large.csv", large).post(server, Role.EXPERT, "/check", "/check?lang=en");
        HttpResponse<byte[]> tooMany = many.post(server, Role.EXPERT, "/check", "/check?lang=en");

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(Multipart.text(tooLarge))
                .contains("The files are too large: at most 64 MB are taken. Split them and send them in parts.");
        assertThat(tooMany.statusCode()).isEqualTo(413);
        assertThat(Multipart.text(tooMany)).contains("Too many files: at most 100 are taken at once.");
    }

    @Test
    void refusesWhatIsFarBeyondTheLimitsUnread() throws IOException {
        Path huge = Multipart.large(folder.resolve("huge.csv"), "", "x\n", 257L << 20);

        HttpResponse<byte[]> answer =
                new Multipart().file("huge.csv", huge).post(server, Role.EXPERT, "/check", "/check?lang=en");

        Files.delete(huge);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Multipart.text(answer)).contains("<html").contains("Файл слишком велик");
    }

    @Test
    void takesNothingFromStrangers() {
        HttpResponse<byte[]> answer =
                new Multipart().file("a.csv", REGISTER).send(RunningServer.stranger(), server, "/check");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
    }

    @Test
    void showsWhatIsTooMuchForOneCheck() throws IOException {
        Path many = folder.resolve("many.csv");
        Files.write(
                many,
                Stream.concat(
                                Stream.of("ИНН;Наименование;Отрасль;Регион;Участие"),
                                IntStream.range(0, 300_001).mapToObj(number -> number + ";;;;"))
                        .toList());

        HttpResponse<byte[]> answer =
                new Multipart().file("many.csv", many).post(server, Role.EXPERT, "/check", "/check?lang=en");

        assertThat(Multipart.text(answer))
                .contains("The files hold more lines or problems than can be checked at once. Check them in parts.");
    }

    @Test
    void saysWhatCannotBeReturned() {
        HttpResponse<byte[]> answer = new Multipart()
                .file("a.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, (byte) 0x98, (byte) 0xFF})
                .post(server, Role.EXPERT, "/check", "/check/returned?lang=en");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Multipart.text(answer).toLowerCase(Locale.ROOT))
                .contains("the file «a.zip» cannot be returned with problems");
    }
}
