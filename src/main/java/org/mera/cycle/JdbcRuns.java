package org.mera.cycle;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mera.methodology.ScoreClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of the cycles: who ran them when, what they were told, and what came of it. */
@Repository
public class JdbcRuns {

    private static final String COLUMNS =
            """
            select id, year, revision, holder, started_at, ended_at, outcome, message, log,
                   not exists (
                       select from run later
                       where later.year = run.year and later.revision = run.revision and later.id > run.id) as last
            from run
            """;

    private static final String SETTINGS =
            """
            select m.id || ' ' || m.version as methodology, m.content, r.year, r.inbox, r.out, r.cutoff,
                   r.language, r.chunk_size, r.threads, r.reports, r.reports_folder, r.official_texts,
                   r.class_labels, r.class_bounds, r.classes_version, r.disagreement, r.job_name, r.job_text
            from run r join methodology m on m.sha256 = r.methodology_sha256
            """;

    private final JdbcClient jdbc;

    public JdbcRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came of a run. */
    public enum Outcome {
        RUNNING,
        FAILED,
        COMPLETED
    }

    /**
     * A run.
     *
     * @param revision null where it ended before the inventory was taken
     * @param holder   user, host, process
     * @param ended    null while it runs
     * @param message  why it failed; empty otherwise
     * @param log      the name of its log file in the home's folder of log files; empty where it has none
     * @param last     whether no later run is of its revision
     */
    public record Run(
            long id,
            int year,
            @Nullable Integer revision,
            String holder,
            Instant started,
            @Nullable Instant ended,
            Outcome outcome,
            String message,
            String log,
            boolean last) {}

    /**
     * Writes down that a run begins, with all that it was told. May be repeated. {@return its id}
     *
     * @param methodologySha256 of the edition, which is stored
     * @param token             of the cycle's lock, which the run holds
     * @param holder            user, host, process
     * @param log               the name of its log file in the home's folder of log files; empty where it has none
     */
    public long begin(
            RunSettings settings, String methodologySha256, long token, String holder, String log, Instant now) {
        return jdbc.sql(
                        """
                        insert into run
                            (year, token, holder, log, started_at, outcome, methodology_sha256, inbox, out, cutoff, language,
                             chunk_size, threads, reports, reports_folder, official_texts, class_labels, class_bounds,
                             classes_version, disagreement, job_name, job_text)
                        values (:year, :token, :holder, :log, :now, 'running', :methodology, :inbox, :out, :cutoff, :language,
                                :chunkSize, :threads, :reports, :reportsFolder, :officialTexts, cast(:classLabels as text[]),
                                cast(cast(:classBounds as text[]) as numeric[]), :classesVersion,
                                cast(:disagreement as numeric), :jobName, :jobText)
                        on conflict (year, token) do update set holder = excluded.holder, log = excluded.log
                        returning id
                        """)
                .param("year", settings.year())
                .param("token", token)
                .param("holder", holder)
                .param("log", log)
                .param("now", Timestamp.from(now))
                .param("methodology", methodologySha256)
                .param("inbox", settings.inbox().toAbsolutePath().toString())
                .param("out", settings.out().toAbsolutePath().toString())
                .param("cutoff", settings.cutoff())
                .param("language", settings.language().toLanguageTag())
                .param("chunkSize", settings.chunkSize())
                .param("threads", settings.threads())
                .param("reports", settings.reports())
                .param("reportsFolder", text(settings.paperSources().folder()))
                .param("officialTexts", text(settings.paperSources().officialTexts()))
                .param("classLabels", texts(settings.classes(), ScoreClass::label))
                .param("classBounds", texts(settings.classes(), band -> band.from()
                        .toPlainString()))
                .param("classesVersion", settings.terms().classesVersion())
                .param("disagreement", settings.terms().disagreement())
                .param("jobName", settings.jobName())
                .param("jobText", settings.jobText())
                .query(Long.class)
                .single();
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath().toString();
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }

    private static String[] texts(List<ScoreClass> classes, Function<ScoreClass, String> part) {
        return classes.stream().map(part).toArray(String[]::new);
    }

    /** {@return whether the run of a lock's holder is written down} */
    public boolean isBegun(int year, long token) {
        return jdbc.sql("select exists (select from run where year = :year and token = :token)")
                .param("year", year)
                .param("token", token)
                .query(Boolean.class)
                .single();
    }

    /** Writes down of which revision a run is. */
    public void chosen(long id, int revision) {
        jdbc.sql("update run set revision = :revision where id = :id")
                .param("revision", revision)
                .param("id", id)
                .update();
    }

    /** {@return what the newest run of a cycle was told, or of all where the year is null} Needs no file but the inbox. */
    public Optional<RunSettings> newestSettings(@Nullable Integer year) {
        return jdbc.sql(
                        SETTINGS
                                + """
                        where cast(:year as integer) is null or r.year = :year
                        order by r.id desc
                        limit 1
                        """)
                .param("year", year)
                .query(JdbcRuns::settings)
                .optional();
    }

    /** {@return what the newest run of a revision was told} Empty where no run that is written down came to it. */
    public Optional<RunSettings> settings(Revision revision) {
        return jdbc.sql(
                        SETTINGS
                                + """
                        where r.year = :year and r.revision = :revision
                        order by r.id desc
                        limit 1
                        """)
                .param("year", revision.year())
                .param("revision", revision.number())
                .query(JdbcRuns::settings)
                .optional();
    }

    private static RunSettings settings(ResultSet row, int index) throws SQLException {
        return new RunSettings(
                new MethodologySource.Stored(row.getString("methodology"), row.getString("content")),
                row.getInt("year"),
                Path.of(row.getString("inbox")),
                Path.of(row.getString("out")),
                row.getObject("cutoff", LocalDate.class),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("chunk_size"),
                row.getInt("threads"),
                row.getBoolean("reports"),
                new PaperSources(path(row.getString("reports_folder")), path(row.getString("official_texts"))),
                classes(row),
                row.getString("job_text"),
                row.getString("job_name"),
                new JobTerms(row.getString("classes_version"), row.getBigDecimal("disagreement")));
    }

    private static List<ScoreClass> classes(ResultSet row) throws SQLException {
        String[] labels = (String[]) row.getArray("class_labels").getArray();
        BigDecimal[] bounds = (BigDecimal[]) row.getArray("class_bounds").getArray();
        List<ScoreClass> classes = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            classes.add(new ScoreClass(labels[i], bounds[i]));
        }
        return classes;
    }

    /** Writes down how a run ended. */
    public void end(long id, Outcome outcome, String message, Instant now) {
        jdbc.sql("update run set outcome = :outcome, message = :message, ended_at = :now where id = :id")
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .param("message", message)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** Writes down that the runs of a cycle whose process is gone have failed. The caller holds the cycle's lock. {@return their ids} */
    public List<Long> endAbandoned(int year, Instant now) {
        return jdbc.sql(
                        """
                        update run set outcome = 'failed', message = 'the process ended in the middle', ended_at = :now
                        where year = :year and outcome = 'running'
                        returning id
                        """)
                .param("now", Timestamp.from(now))
                .param("year", year)
                .query(Long.class)
                .list();
    }

    /** {@return the runs of a cycle, or of all where the year is null, the newest first} */
    public List<Run> newestFirst(@Nullable Integer year) {
        return jdbc.sql(COLUMNS + " where cast(:year as integer) is null or year = :year order by id desc")
                .param("year", year)
                .query(JdbcRuns::run)
                .list();
    }

    /**
     * {@return so many runs of a cycle at most, the newest first}
     *
     * @param offset how many come before them
     */
    public List<Run> newestFirst(int year, long offset, int most) {
        return jdbc.sql(COLUMNS + " where year = :year order by id desc limit :most offset :offset")
                .param("year", year)
                .param("offset", offset)
                .param("most", most)
                .query(JdbcRuns::run)
                .list();
    }

    /** {@return the run with this id} */
    public Optional<Run> find(long id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(JdbcRuns::run)
                .optional();
    }

    /** {@return how many runs a cycle has} */
    public int count(int year) {
        return jdbc.sql("select count(*) from run where year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private static Run run(ResultSet row, int index) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Run(
                row.getLong("id"),
                row.getInt("year"),
                row.getObject("revision", Integer.class),
                row.getString("holder"),
                row.getTimestamp("started_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("message"),
                row.getString("log"),
                row.getBoolean("last"));
    }
}
