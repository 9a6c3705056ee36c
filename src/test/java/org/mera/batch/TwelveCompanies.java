package org.mera.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mera.company.Inn;
import org.mera.cycle.ChunkFailure.Since;

/** An inbox of twelve companies, every third with an error, for runs in chunks of three; and what is told when the fifth company's chunk fails. */
final class TwelveCompanies {

    static final int COMPANIES = 12;

    private TwelveCompanies() {}

    /** Writes the inbox. {@return the companies in the order of their chunks} */
    static List<String> write(RatingHome home) {
        List<String> companies = new ArrayList<>();
        for (int i = 0; i < COMPANIES; i++) {
            companies.add(Inn.complete(Integer.toString(770_000_000 + i)));
        }
        StringBuilder register = new StringBuilder("inn;name;industry;region;participation\n");
        StringBuilder tables = new StringBuilder(TableText.HEADER);
        StringBuilder documents = new StringBuilder(TableText.DOCUMENTS);
        for (int i = 0; i < COMPANIES; i++) {
            String inn = companies.get(i);
            register.append(inn).append(";Пример-").append(i).append(";Банки;Регион-01;заочный\n");
            tables.append(TableText.of(inn)
                    .score(i + 1, 3, "1", "Д1 п. 3")
                    .score(1, 4, i % 3 == 0 ? "7" : "0", "")
                    .lines());
            documents.append(TableText.localAct(inn, "Д1"));
        }
        home.write("companies.csv", register.toString())
                .write("tables.csv", tables.toString())
                .write("documents.csv", documents.toString());
        return companies;
    }

    /** {@return what is told of the second chunk when the database refuses the fifth company} */
    static RunStatus.FailedChunk failedChunk(List<String> companies, int attempts, int runs, Since since) {
        return new RunStatus.FailedChunk(
                "assess",
                1,
                3,
                "companies",
                companies.get(3),
                companies.get(5),
                "",
                "company " + companies.get(4) + ": ERROR: out of sorts",
                attempts,
                runs,
                Instant.EPOCH,
                since);
    }

    static void assertFailed(List<RunStatus.FailedChunk> chunks, RunStatus.FailedChunk expected) {
        assertThat(chunks)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("time")
                .containsExactly(expected);
    }
}
