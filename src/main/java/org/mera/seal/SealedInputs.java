package org.mera.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.mera.company.Participation;
import org.mera.csv.CsvOutput;
import org.mera.export.Headings;
import org.mera.methodology.Identification;
import org.mera.submission.RegisterEntry;

/** {@code sealed/}: what a recomputation needs besides the inbox. */
public final class SealedInputs {

    private static final String FOLDER = "sealed/";

    static final String REGISTER = FOLDER + "register.csv";

    private SealedInputs() {}

    /**
     * Writes job, methodology and register into the set.
     *
     * @param job         the job file's text
     * @param methodology the methodology file's text
     * @param register    all its lines, the faulty ones too, in an order that does not depend on the run
     */
    public static void write(
            Publication publication,
            String job,
            String methodology,
            Identification identification,
            Iterator<RegisterEntry> register)
            throws IOException {
        text(publication, "job.yaml", job);
        text(publication, "methodology.yaml", methodology);
        writeRegister(identification, register, publication.newFile(REGISTER));
    }

    /** Writes the register and closes the stream. */
    static void writeRegister(Identification identification, Iterator<RegisterEntry> register, OutputStream out)
            throws IOException {
        try (CsvOutput csv = CsvOutput.data(out)) {
            csv.text(Headings.identity(identification));
            csv.text("name")
                    .text("industry")
                    .text("region")
                    .text("participation")
                    .end();
            while (register.hasNext()) {
                line(csv, register.next());
            }
        }
    }

    private static void line(CsvOutput csv, RegisterEntry entry) throws IOException {
        Participation participation = entry.participation();
        csv.text(entry.id()).text(entry.name()).text(entry.industry()).text(entry.region());
        csv.text(participation == null ? "" : participation.word()).end();
    }

    private static void text(Publication publication, String name, String text) throws IOException {
        try (OutputStream out = publication.newFile(FOLDER + name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
