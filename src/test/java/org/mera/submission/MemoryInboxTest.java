package org.mera.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mera.methodology.MethodologyBuilder.aMethodology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mera.methodology.Methodology;

class MemoryInboxTest {

    private static final Methodology METHODOLOGY = aMethodology().columns(3).build();
    private static final String REGISTER = "inn;name;industry;region;participation\n";
    private static final String TABLE = "inn;criterion;c3;c3_evidence\n";

    private final Path folder;

    MemoryInboxTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void handsOutEachCompanyWithAllThatTheFilesHoldOfIt() throws IOException {
        write("companies.csv", REGISTER + "9900000024;Пример-024;;;desk\n9900000031;Пример-031;;;desk\n");
        write("b.csv", TABLE + "9900000024;1;0;\n9900000017;1;0;\n9900000024;2;0;\n");
        write("a.csv", "inn;document;kind;title;number;date;issuer\n9900000024;Д1;ЛНА;;;;\n");

        assertThat(companies(scan("companies.csv", "b.csv", "a.csv")))
                .containsExactly(
                        "9900000017 0 entries: b.csv TABLE 1 «9900000017;1;0;\n»",
                        "9900000024 1 entries: a.csv DOCUMENTS 0 «9900000024;Д1;ЛНА;;;;\n»"
                                + " b.csv TABLE 0 «9900000024;1;0;\n» b.csv TABLE 2 «9900000024;2;0;\n»",
                        "9900000031 1 entries:");
    }

    @Test
    void findsDuplicatesOverAllRegisters() throws IOException {
        write("b.csv", REGISTER + "9900000017;Пример-017;;;desk\n");
        write("a.csv", REGISTER + "9900000024;Пример-024;;;desk\n9900000017;Пример-017;;;desk\n");

        MemoryInbox inbox = scan("b.csv", "a.csv");

        assertThat(InboxSpecCases.worded(inbox.duplicates()))
                .containsExactly(
                        "2 9900000017 inn error duplicate-company «9900000017»: 9900000017 уже стоит в реестре: a.csv, строка 3; оставьте одну из двух строк",
                        "2 9900000017 inn error duplicate-company «9900000017»: 9900000017 stands in the register already: a.csv, line 3; leave one of the two lines");
        assertThat(inbox.register().stream().map(entry -> entry.id() + " " + entry.file() + ":" + entry.line()))
                .containsExactly("9900000017 a.csv:3", "9900000017 b.csv:2", "9900000024 a.csv:2");
    }

    @Test
    void keepsNothingOfARejectedFileButItsRejectionAndWhomItMentions() throws IOException {
        write("bad.csv", TABLE + "9900000017;1;0;\n7;1;0;\n9900000024;1;\"0;\n");
        write("7700/9900000031.csv", "a;b\n");

        MemoryInbox inbox = scan("bad.csv", "7700/9900000031.csv", "9900000048/none.csv", "9900000049.csv");

        assertThat(companies(inbox)).isEmpty();
        assertThat(inbox.problems().stream()
                        .map(problem -> problem.file() + " " + problem.code().code()))
                .containsExactly(
                        "7700/9900000031.csv unknown-header",
                        "9900000048/none.csv unreadable-file",
                        "9900000049.csv unreadable-file",
                        "bad.csv malformed-csv");
        assertThat(inbox.scans().stream().map(FileScan::file)).containsExactly("7700/9900000031.csv", "bad.csv");
        assertThat(inbox.rejectedFilesOf("9900000017")).containsExactly("bad.csv");
        assertThat(inbox.rejectedFilesOf("9900000024")).containsExactly("bad.csv");
        assertThat(inbox.rejectedFilesOf("9900000031")).containsExactly("7700/9900000031.csv");
        assertThat(inbox.rejectedFilesOf("9900000049")).containsExactly("9900000049.csv");
        assertThat(inbox.rejectedFilesOf("0123456788")).isEmpty();
    }

    @Test
    void listsTheProblemsOfNoCompanyInOrder() throws IOException {
        write("b.csv", "inn;criterion;c3;c3_evidence;x\n7;1;0;\n9900000017;1;0;\n");
        write("a.csv", TABLE + ";1;0;\n");

        assertThat(scan("b.csv", "a.csv").problems().stream()
                        .map(problem -> problem.file() + ":" + problem.line() + " "
                                + problem.code().code() + " " + problem.variant()))
                .containsExactly("a.csv:2 bad-inn blank", "b.csv:1 extra-column ", "b.csv:2 bad-inn ");
    }

    @Test
    void knowsWhichFormsAreAmongTheFiles() throws IOException {
        write("a.csv", TABLE);
        write("b.csv", "inn;name;industry;region\n");

        MemoryInbox inbox = scan("a.csv", "b.csv");

        assertThat(inbox.has(Form.TABLE)).isTrue();
        assertThat(inbox.has(Form.COMPANIES)).isFalse();
        assertThat(inbox.has(Form.DOCUMENTS)).isFalse();
    }

    @Test
    void readsFilesOfOneNameInTwoFolders() throws IOException {
        write("x/t.csv", TABLE + "9900000017;1;0;\n");
        write("y/t.csv", TABLE + "9900000017;2;0;\n");

        MemoryInbox inbox = MemoryInbox.scan(
                METHODOLOGY,
                List.of(
                        new InboxFile(folder.resolve("y"), "t.csv"),
                        new InboxFile(folder.resolve("x"), "t.csv"),
                        new InboxFile(folder.resolve("x"), "t.csv")));

        assertThat(companies(inbox))
                .containsExactly(
                        "9900000017 0 entries: t.csv TABLE 0 «9900000017;1;0;\n» t.csv TABLE 0 «9900000017;2;0;\n»");
    }

    private static List<String> companies(MemoryInbox inbox) throws IOException {
        List<String> companies = new ArrayList<>();
        inbox.forEachCompany(file -> {
            StringBuilder text =
                    new StringBuilder(file.company() + " " + file.entries().size() + " entries:");
            for (Part part : file.parts()) {
                text.append(" " + part.file() + " " + part.layout().form() + " "
                        + part.range().ordinal() + " «" + new String(part.bytes(), StandardCharsets.UTF_8) + "»");
            }
            companies.add(text.toString());
        });
        return companies;
    }

    private MemoryInbox scan(String... files) {
        List<InboxFile> all = new ArrayList<>();
        for (String file : files) {
            all.add(new InboxFile(folder, file));
        }
        return MemoryInbox.scan(METHODOLOGY, all);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
