package org.mera.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.mera.batch.RatingRuns;
import org.mera.company.Company;
import org.mera.csv.Problem;
import org.mera.cycle.MethodologySource;
import org.mera.sample.SampleOptions;
import org.mera.seal.Difference;
import org.mera.seal.Proof;
import org.mera.submission.CheckedFiles;
import org.mera.submission.InboxException;

/** What the commands reach for behind the screen. Tests of the screen put something small in its place. */
interface Capabilities {

    /** {@return the runs of a home} This is what starts the application context and the database. */
    RatingRuns runs(Path home);

    /** {@return the console of a home, which listens} */
    RunningConsole serve(ServeOrder order);

    /** {@return what the checks find in files that are in no inbox yet} */
    CheckedFiles check(CheckOrder order);

    /**
     * {@return what came of the examination of a published set}
     *
     * @param inbox the folder with the files that were handed in; null: none
     * @param each  is told of each difference as it is found
     */
    Proof verify(Path set, @Nullable Path inbox, Consumer<Difference> each);

    /** {@return what a problem says} */
    default String sentence(Problem problem, Locale language) {
        return problem.message(language);
    }

    /** Writes the empty forms of some companies. */
    void writeTemplates(List<Company> companies, int year, Path folder, MethodologySource methodology, Locale language);

    /** Writes an invented inbox. */
    void writeSample(Path folder, SampleOptions options, MethodologySource methodology, IntConsumer companiesDone);

    /**
     * {@return the companies of a register file}
     *
     * @throws InboxException when it is no register or has an error
     */
    List<Company> register(Path file, MethodologySource methodology);
}
