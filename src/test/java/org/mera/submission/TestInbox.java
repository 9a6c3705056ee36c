package org.mera.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mera.company.Participation;
import org.mera.csv.CodePoints;
import org.mera.csv.TextEncoding;

/** What was handed in for one company, written as text: the first line of a file is its header. */
final class TestInbox {

    private final String company;
    private final List<RegisterEntry> entries = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private TestInbox(String company) {
        this.company = company;
    }

    /** {@return the inbox of a company that is in the register} */
    static TestInbox of(String company) {
        TestInbox inbox = new TestInbox(company);
        inbox.entries.add(entry(company, 2));
        return inbox;
    }

    /** {@return the inbox of a company that is in the register as taking part so} */
    static TestInbox of(String company, Participation participation) {
        TestInbox inbox = new TestInbox(company);
        inbox.entries.add(entry(company, 2, participation));
        return inbox;
    }

    static TestInbox ofUnknown(String company) {
        return new TestInbox(company);
    }

    TestInbox entry(RegisterEntry entry) {
        entries.add(entry);
        return this;
    }

    TestInbox table(String file, String... lines) {
        return add(Form.TABLE, file, 0, 2, List.of(lines));
    }

    TestInbox table(String file, List<String> lines) {
        return add(Form.TABLE, file, 0, 2, lines);
    }

    /** A range of a file that has others: its header, then its lines. */
    TestInbox tableRange(String file, int ordinal, int firstRecord, List<String> lines) {
        return add(Form.TABLE, file, ordinal, firstRecord, lines);
    }

    TestInbox documents(String file, String... lines) {
        return add(Form.DOCUMENTS, file, 0, 2, List.of(lines));
    }

    TestInbox documentsRange(String file, int ordinal, int firstRecord, String... lines) {
        return add(Form.DOCUMENTS, file, ordinal, firstRecord, List.of(lines));
    }

    CompanyFile build() {
        List<Part> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(Part::file, CodePoints.ORDER)
                .thenComparingInt(part -> part.range().ordinal()));
        return new CompanyFile(company, entries, sorted);
    }

    static RegisterEntry entry(String company, int line) {
        return entry(company, line, Participation.ON_SITE);
    }

    private static RegisterEntry entry(String company, int line, Participation participation) {
        return new RegisterEntry(
                company, "Пример-017", "Связь", "Регион-05", participation, "companies.csv", line, List.of());
    }

    private TestInbox add(Form form, String file, int ordinal, int firstRecord, List<String> lines) {
        Layout layout = new Layout(form, List.of(lines.get(0).split(";", -1)));
        byte[] bytes =
                String.join("\n", lines.subList(1, lines.size())).concat("\n").getBytes(StandardCharsets.UTF_8);
        Range range = new Range(ordinal, company, 0, bytes.length, firstRecord, lines.size() - 1, new byte[32]);
        parts.add(new Part(file, TextEncoding.UTF_8, ';', layout, range, bytes));
        return this;
    }
}
