package org.mera.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.springframework.stereotype.Component;

/** INTERIM. */
@Component
class PaperPresses {

    private final StoredRanking stored;

    PaperPresses(StoredRanking stored) {
        this.stored = stored;
    }

    void open(ActiveRun run) {
        Ranking ranking = stored.of(run);
        run.reports().press(new PaperPress() {
            @Override
            public String edition() {
                return "edition";
            }

            @Override
            public void companies(List<String> companies, Consumer<Paper> each) {
                for (RankedCompany ranked : ranking.companies()) {
                    if (companies.contains(ranked.company().id())) {
                        each.accept(paper(ranked.company().id(), ranked.toString()));
                    }
                }
            }

            @Override
            public void committee(Consumer<Paper> paper) {
                paper.accept(paper("", ranking.toString()));
            }

            private Paper paper(String company, String text) {
                return new Paper(company, text, out -> write(text, out));
            }

            private void write(String text, OutputStream out) {
                try {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
