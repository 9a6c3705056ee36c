package org.mera.submission;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Locale;
import org.mera.csv.CsvSplitter;

/** Prints how much processor time a line of a Table takes: in all, and without splitting the file into fields. Run it by hand. */
final class CheckerThroughput {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CheckerThroughput() {}

    public static void main(String[] arguments) {
        String inn = CheckerTest.Given.INN;
        TestTable table = TestTable.of(inn).all("directions", "а, б, д; н/п: г");
        for (int criterion = 1; criterion <= 50; criterion++) {
            table.scoring(criterion, 3, "1", "Д1 п. 3.1; Д4 разд. 2")
                    .scoring(criterion, 4, "0,5", "Д2 п. 3.1, п. 3.2")
                    .scoring(criterion, 5, criterion % 2 == 0 ? "0" : "0,5", "Д6 с. 84–91")
                    .scoring(criterion, 6, "1", "Д8; Д9 с. 12")
                    .with(criterion, "sum", criterion % 2 == 0 ? "2,5" : "3");
        }
        String[] documents = new String[11];
        documents[0] = CheckerTest.Given.DOCUMENTS;
        for (int i = 1; i < documents.length; i++) {
            documents[i] = CheckerTest.Given.DOCUMENT.replace("Д1", "Д" + i);
        }
        CompanyFile file = TestInbox.of(inn)
                .table("t.csv", table.lines())
                .documents("d.csv", documents)
                .build();
        Checker checker = new Checker(CheckerTest.Given.METHODOLOGY, 2025, LocalDate.of(2026, 4, 1));
        for (int round = 0; round < 6; round++) {
            long started = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < 10_000; i++) {
                if (checker.check(file).status() != Submission.Status.ACCEPTED) {
                    throw new IllegalStateException("The sample is faulty");
                }
            }
            long checked = THREADS.getCurrentThreadCpuTime();
            long fields = 0;
            for (int i = 0; i < 10_000; i++) {
                for (Part part : file.parts()) {
                    fields += CsvSplitter.split(part.bytes(), part.encoding(), part.delimiter(), 2)
                            .size();
                }
            }
            long split = THREADS.getCurrentThreadCpuTime();
            System.out.printf(
                    Locale.ROOT,
                    "%.2f µs a line, %.2f of them splitting (%d records)%n",
                    (checked - started) / 5e8,
                    (split - checked) / 5e8,
                    fields);
        }
    }
}
