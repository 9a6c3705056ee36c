package org.mera.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.mera.committee.RatingFacts;
import org.mera.csv.CodePoints;
import org.mera.methodology.Methodology;
import org.mera.ranking.Counts;
import org.mera.ranking.RankedCompany;
import tools.jackson.core.JsonGenerator;

/**
 * {@code ranking.json}: the ranking as data, and each layer's scores with the file and record they came from. It is written as it comes: one
 * company's layers are in memory at a time. Nothing in it depends on when, where or how often it was written.
 */
public final class RankingJson {

    private final JsonBytes json;
    private final CompanyJson companyJson;

    private RankingJson(Methodology methodology, RatingFacts facts, OutputStream out) {
        this.json = new JsonBytes(out);
        this.companyJson = new CompanyJson(json, methodology, facts);
    }

    /**
     * Writes the ranking and closes the stream.
     *
     * @param facts     what is told besides the ranking
     * @param companies first the ranked ones in the order of the ranking, then the others by identity (code points)
     * @throws IllegalStateException where the companies come in another order or are not as many as are counted as ranked
     */
    public static void write(
            Methodology methodology,
            int year,
            Counts counts,
            RatingFacts facts,
            Iterator<CompanyLayers> companies,
            OutputStream out)
            throws IOException {
        try (out) {
            RankingJson file = new RankingJson(methodology, facts, out);
            file.json.raw(head(methodology, year, counts, facts));
            file.companies(companies, counts.ranked());
            file.json.raw(JsonBytes.ascii("\n}\n"));
            file.json.flush();
        }
    }

    /** All before the companies, from the bracket that opens the file. */
    private static byte[] head(Methodology methodology, int year, Counts counts, RatingFacts facts) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator json = layout.on(head)) {
            json.writeStartObject();
            json.writeNumberProperty("year", year);
            json.writeObjectPropertyStart("methodology");
            json.writeStringProperty("id", methodology.id());
            json.writeStringProperty("version", methodology.version());
            json.writeStringProperty("sha256", methodology.sha256());
            MethodologyJson.write(json, layout, methodology);
            json.writeEndObject();
            layout.oneLine();
            CountsJson.write(json, "counts", counts);
            FactsJson.write(json, layout, methodology, facts);
        }
        return head.toByteArray();
    }

    private void companies(Iterator<CompanyLayers> companies, int expected) throws IOException {
        json.raw(JsonBytes.ascii(",\n \"companies\": ["));
        CompanyLayers next = companies.hasNext() ? companies.next() : null;
        CompanyLayers last = null;
        int ranked = 0;
        while (next != null && next.ranked() != null) {
            last = write(last, next, ranked > 0);
            ranked++;
            next = companies.hasNext() ? companies.next() : null;
        }
        endList(ranked);
        json.raw(JsonBytes.ascii(",\n \"not_ranked\": ["));
        int notRanked = 0;
        while (next != null) {
            last = write(last, next, notRanked > 0);
            notRanked++;
            next = companies.hasNext() ? companies.next() : null;
        }
        endList(notRanked);
        if (ranked != expected) {
            throw new IllegalStateException(expected + " companies are counted as ranked, " + ranked + " came");
        }
    }

    private CompanyLayers write(@Nullable CompanyLayers last, CompanyLayers company, boolean another)
            throws IOException {
        requireOrder(last, company);
        if (another) {
            json.raw(',');
        }
        companyJson.write(company);
        return company;
    }

    private void endList(int entries) throws IOException {
        json.raw(JsonBytes.ascii(entries > 0 ? "\n ]" : "]"));
    }

    private static void requireOrder(@Nullable CompanyLayers last, CompanyLayers next) {
        if (last != null && !isInOrder(last, next)) {
            throw new IllegalStateException("Companies out of order: " + last.company() + " before " + next.company());
        }
    }

    private static boolean isInOrder(CompanyLayers last, CompanyLayers next) {
        RankedCompany above = last.ranked();
        RankedCompany below = next.ranked();
        boolean byIdentity = CodePoints.ORDER.compare(last.company(), next.company()) < 0;
        if (above == null) {
            return below == null && byIdentity;
        }
        return below == null || above.rank() < below.rank() || (above.rank() == below.rank() && byIdentity);
    }
}
