package org.mera.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mera.cycle.JobTerms;
import org.mera.cycle.MethodologySource;
import org.mera.cycle.PaperSources;
import org.mera.cycle.RunSettings;
import org.mera.database.DatabaseAccess;
import org.mera.database.DatabaseServer;
import org.mera.database.TestDatabase;
import org.mera.methodology.ScoreClass;
import org.mera.seal.Recomputation;
import org.mera.seal.SealedFile;
import org.springframework.context.ConfigurableApplicationContext;

/** A rating on a fresh database of real PostgreSQL, with an inbox and a folder for outputs. Runs the whole job. */
final class RatingHome implements AutoCloseable {

    static final int YEAR = 2025;
    static final LocalDate CUTOFF = LocalDate.of(2026, 5, 31);

    private final DatabaseAccess database;
    private final Runnable afterwards;
    private final ConfigurableApplicationContext context;
    private final Path folder;
    private RunSettings settings;

    /**
     * Opens a home.
     *
     * @param folder where its inbox and outputs are to be
     */
    RatingHome(Path folder) {
        this(folder, TestDatabase.create());
    }

    /** Opens a home on a database of one's own making, and closes that with it. */
    RatingHome(Path folder, TestDatabase database) {
        this(folder, database.access(), BatchApplication.context(database.access()), database::close);
    }

    /** Opens a home on a database of somebody else's. */
    RatingHome(Path folder, DatabaseAccess database) {
        this(folder, database, BatchApplication.context(database), () -> {});
    }

    /** Opens a home on the database of a server that it starts again when it has ended. */
    RatingHome(Path folder, DatabaseServer server) {
        this(folder, server.access(), BatchApplication.context(server), () -> {});
    }

    private RatingHome(
            Path folder, DatabaseAccess database, ConfigurableApplicationContext context, Runnable afterwards) {
        this.database = database;
        this.context = context;
        this.afterwards = afterwards;
        this.folder = folder;
        this.settings = new RunSettings(
                new MethodologySource.Bundled("anti-corruption-rating"),
                YEAR,
                folder.resolve("inbox"),
                folder.resolve("out"),
                CUTOFF,
                Locale.forLanguageTag("ru"),
                100,
                2,
                false,
                PaperSources.NONE,
                List.of(),
                "name: test\n",
                "test");
        clearInbox();
    }

    /** {@return the settings of the next run} */
    RunSettings settings() {
        return settings;
    }

    RatingHome chunkSize(int chunkSize) {
        return with(chunkSize, settings.threads(), settings.language(), settings.methodology());
    }

    RatingHome threads(int threads) {
        return with(settings.chunkSize(), threads, settings.language(), settings.methodology());
    }

    RatingHome language(String language) {
        return with(settings.chunkSize(), settings.threads(), Locale.forLanguageTag(language), settings.methodology());
    }

    /** The rated year of the next runs. */
    RatingHome year(int year) {
        settings = new RunSettings(
                settings.methodology(),
                year,
                settings.inbox(),
                settings.out(),
                settings.cutoff(),
                settings.language(),
                settings.chunkSize(),
                settings.threads(),
                settings.reports(),
                settings.paperSources(),
                settings.classes(),
                settings.jobText(),
                settings.jobName(),
                settings.terms());
        return this;
    }

    /** What the job of the next runs says besides. */
    RatingHome terms(List<ScoreClass> classes, JobTerms terms) {
        settings = new RunSettings(
                settings.methodology(),
                settings.year(),
                settings.inbox(),
                settings.out(),
                settings.cutoff(),
                settings.language(),
                settings.chunkSize(),
                settings.threads(),
                settings.reports(),
                settings.paperSources(),
                classes,
                settings.jobText(),
                settings.jobName(),
                terms);
        return this;
    }

    RatingHome methodology(Path file) {
        return methodology(new MethodologySource.InFile(file));
    }

    RatingHome methodology(MethodologySource source) {
        return with(settings.chunkSize(), settings.threads(), settings.language(), source);
    }

    /** Has the committee's papers made as well. */
    RatingHome reports() {
        return reports(PaperSources.NONE);
    }

    RatingHome reports(PaperSources sources) {
        settings = new RunSettings(
                settings.methodology(),
                settings.year(),
                settings.inbox(),
                settings.out(),
                settings.cutoff(),
                settings.language(),
                settings.chunkSize(),
                settings.threads(),
                true,
                sources,
                settings.classes(),
                settings.jobText(),
                settings.jobName(),
                settings.terms());
        return this;
    }

    Path inbox() {
        return settings.inbox();
    }

    /** {@return the folder of the published set} */
    Path out() {
        return settings.out().resolve(Integer.toString(settings.year()));
    }

    /** Empties the inbox. */
    RatingHome clearInbox() {
        deleteTree(settings.inbox());
        return write("companies.csv", "inn;name;industry;region;participation\n");
    }

    /** Puts a file into the inbox, in UTF-8. */
    RatingHome write(String file, String text) {
        return write(file, text, StandardCharsets.UTF_8);
    }

    RatingHome write(String file, String text, Charset charset) {
        return write(file, text.getBytes(charset));
    }

    RatingHome write(String file, byte[] bytes) {
        try {
            Path path = settings.inbox().resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the job over the inbox. */
    RunSummary run() {
        return run(Progress.NONE);
    }

    /** Runs the job and lets something happen on its way. */
    RunSummary run(Progress progress) {
        return context.getBean(JobRuns.class).run(settings, progress);
    }

    /** Does again what the newest run was told. */
    RunSummary rerun() {
        return rerun(Progress.NONE);
    }

    /** Does it again and lets something happen on its way. */
    RunSummary rerun(Progress progress) {
        return context.getBean(JobRuns.class).rerun(null, progress);
    }

    /** {@return in what the published set differs from what its inbox, and what it itself gives, recomputed without a database} */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Recomputation.of(out(), inbox(), difference -> differences.add(difference.toString()));
        Recomputation.of(out(), null, difference -> differences.add(difference.toString()));
        return differences;
    }

    RunStatus status() {
        return context.getBean(RunStatuses.class).status(YEAR);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** {@return a connection of one's own to the home's database} */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** Does a statement behind the program's back. */
    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** {@return the first column of what a query finds} */
    List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }

    /** {@return the hash of each published file by name, and of what was put by} */
    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                hashes.put(out().relativize(path).toString(), SealedFile.sha256(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    /** {@return a published file} */
    String output(String name) {
        try {
            return Files.readString(out().resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the lines of a published file but its header} */
    List<String> lines(String name) {
        return output(name).lines().skip(1).toList();
    }

    /** {@return all published files by name, as text} */
    SortedMap<String, String> outputs() {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(out())) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(
                            out().relativize(path).toString(),
                            output(out().relativize(path).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public void close() {
        context.close();
        afterwards.run();
    }

    private RatingHome with(int chunkSize, int threads, Locale language, MethodologySource methodology) {
        settings = new RunSettings(
                methodology,
                settings.year(),
                folder.resolve("inbox"),
                folder.resolve("out"),
                settings.cutoff(),
                language,
                chunkSize,
                threads,
                settings.reports(),
                settings.paperSources(),
                settings.classes(),
                settings.jobText(),
                settings.jobName(),
                settings.terms());
        return this;
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
