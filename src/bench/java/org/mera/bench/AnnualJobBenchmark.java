package org.mera.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mera.database.DatabaseAccess;
import org.mera.database.DatabaseServer;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;
import org.postgresql.PGConnection;

/**
 * The annual job beside the least that PostgreSQL itself must do: one connection, COPY of all files of Tables and documents into logged, unindexed
 * text tables, and one statement that sums and ranks. Both on one server with fsync on, one after the other, in turn; the ratio of each pair and
 * their median is what counts.
 *
 * <p>Arguments: companies (100000), pairs (5). The jar must be there: {@code ./mvnw -q package -DskipTests}.
 */
public final class AnnualJobBenchmark {

    private static final int YEAR = 2025;
    private static final Path FOLDER = Path.of("target", "bench");
    private static final List<String> TABLE = List.of(
            "inn",
            "year",
            "assessor",
            "expert",
            "final",
            "criterion",
            "c3",
            "c3_evidence",
            "c3_note",
            "c4",
            "c4_evidence",
            "c4_note",
            "c5",
            "c5_evidence",
            "c5_note",
            "c6",
            "c6_evidence",
            "c6_note",
            "directions",
            "sum");
    private static final List<String> DOCUMENTS =
            List.of("inn", "assessor", "document", "kind", "title", "number", "date", "issuer", "url", "year");
    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("ИНН", "inn"),
            Map.entry("Год", "year"),
            Map.entry("Кто оценил", "assessor"),
            Map.entry("Эксперт", "expert"),
            Map.entry("Заключение", "final"),
            Map.entry("Критерий", "criterion"),
            Map.entry("Направления", "directions"),
            Map.entry("Сумма", "sum"),
            Map.entry("Код документа", "document"),
            Map.entry("Вид", "kind"),
            Map.entry("Название", "title"),
            Map.entry("Номер", "number"),
            Map.entry("Дата", "date"),
            Map.entry("Кем принят", "issuer"),
            Map.entry("Ссылка", "url"),
            Map.entry("Отчётный год", "year"));

    /** One statement that sums and ranks. */
    private static final String RANKING =
            """
            create table ranking as
            select inn, total, rank() over (order by total desc)
            from (
                select inn, sum(replace(c3, ',', '.')::numeric + replace(c4, ',', '.')::numeric
                              + replace(c5, ',', '.')::numeric + replace(c6, ',', '.')::numeric) as total
                from tables
                group by inn
            ) totals
            """;

    private final DatabaseAccess server;
    private final Path inbox;

    private AnnualJobBenchmark(DatabaseAccess server, Path inbox) {
        this.server = server;
        this.inbox = inbox;
    }

    public static void main(String[] args) throws Exception {
        int companies = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path inbox = sample(companies);
        try (DatabaseServer server = DatabaseServer.open(FOLDER.resolve("home"), Map.of())) {
            new AnnualJobBenchmark(server.access(), inbox).run(companies, pairs);
        }
    }

    private void run(int companies, int pairs) throws Exception {
        print(
                "%,d companies, %,d MB in the inbox, %d processors",
                companies, size(inbox) >> 20, Runtime.getRuntime().availableProcessors());
        List<Double> ratios = new ArrayList<>();
        List<Double> bases = new ArrayList<>();
        List<Double> jobs = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            double base = base(1);
            Job job = job();
            bases.add(base);
            jobs.add(job.seconds());
            ratios.add(job.seconds() / base);
            print(
                    "pair %d: base %.1f s, job %.1f s (whole process %.1f s, %d MB RSS), ratio %.2f",
                    pair, base, job.seconds(), job.wall(), job.rssMegabytes(), job.seconds() / base);
        }
        print("base with two connections: %.1f s", base(2));
        print("median of %d: base %.1f s, job %.1f s, ratio %.2f", pairs, median(bases), median(jobs), median(ratios));
    }

    /** {@return seconds for COPY and sums by so many connections} */
    private double base(int connections) throws Exception {
        return inFreshDatabase("bench_base", url -> {
            List<Path> files = files();
            try (Connection connection = connect(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table tables (" + textColumns(TABLE) + ")");
                statement.execute("create table documents (" + textColumns(DOCUMENTS) + ")");
                statement.execute("checkpoint");
            }
            long begun = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            List<Exception> failures = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int share = i;
                Thread thread = new Thread(() -> {
                    try {
                        copy(url, files, share, connections);
                    } catch (IOException | SQLException e) {
                        failures.add(e);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            try (Connection connection = connect(url);
                    Statement statement = connection.createStatement()) {
                statement.execute(RANKING);
            }
            return seconds(begun);
        });
    }

    private static void copy(String url, List<Path> files, int share, int shares) throws IOException, SQLException {
        try (Connection connection = connect(url)) {
            for (int i = share; i < files.size(); i += shares) {
                Path file = files.get(i);
                Head head = Head.of(file);
                String table = name(file).startsWith("tables") ? "tables" : "documents";
                try (InputStream in = Files.newInputStream(file)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(head.copyInto(table), in, 1 << 16);
                }
            }
        }
    }

    /** {@return how long the job took from its launch to the end of its last step} On the same server, in a fresh database. */
    private Job job() throws Exception {
        Job[] job = new Job[1];
        inFreshDatabase("bench_job", url -> {
            Path jobFile = Files.writeString(
                    FOLDER.resolve("job.yaml"),
                    "name: bench\nmethodology: anti-corruption-rating\nyear: " + YEAR + "\ninbox: "
                            + inbox.toAbsolutePath() + "\nout: out\ncutoff: 2026-05-31\n");
            deleteTree(FOLDER.resolve("out"));
            try (Connection connection = connect(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("checkpoint");
            }
            Path log = FOLDER.resolve("job.log");
            ProcessBuilder builder = new ProcessBuilder(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx512m",
                    "-jar",
                    "target/mera.jar",
                    "--home",
                    FOLDER.resolve("job-home").toString(),
                    "run",
                    jobFile.toString(),
                    "--no-reports");
            builder.environment().put("MERA_DATABASE_URL", url.substring(0, url.indexOf('?')));
            builder.environment().put("MERA_DATABASE_USER", server.user());
            builder.environment().put("MERA_DATABASE_PASSWORD", server.password());
            long begun = System.nanoTime();
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            long rss = 0;
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                rss = Math.max(rss, rssMegabytes(process.pid()));
            }
            double wall = seconds(begun);
            String output = Files.readString(log);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("The job failed:\n" + output);
            }
            job[0] = new Job(wall, wall, rss);
            return wall;
        });
        return job[0];
    }

    private double inFreshDatabase(String name, Work work) throws Exception {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name);
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name + "?user=" + server.user()
                + "&password=" + server.password();
        double seconds = work.measure(url);
        execute("drop database " + name + " with (force)");
        return seconds;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> name(file).matches("(tables|documents)-.*\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    private static String textColumns(List<String> columns) {
        return columns.stream().map(column -> "\"" + column + "\" text").collect(Collectors.joining(", "));
    }

    /** How a file of the sample is written: each has a style of its own. */
    private record Head(String encoding, char delimiter, List<String> columns) {

        static Head of(Path file) throws IOException {
            byte[] start;
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(4096);
            }
            boolean mark = start.length > 2 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb;
            String utf8 = new String(start, StandardCharsets.UTF_8);
            boolean english = utf8.replace("\ufeff", "").startsWith("inn");
            boolean isUtf8 = mark || english;
            String line = (isUtf8 ? utf8 : new String(start, Charset.forName("windows-1251")))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .replace("\ufeff", "");
            char delimiter = line.contains(";") ? ';' : ',';
            List<String> columns = Arrays.stream(line.split(String.valueOf(delimiter), -1))
                    .map(Head::canonical)
                    .toList();
            return new Head(isUtf8 ? "UTF8" : "WIN1251", delimiter, columns);
        }

        String copyInto(String table) {
            return "copy " + table + " ("
                    + columns.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))
                    + ") from stdin (format csv, delimiter '" + delimiter + "', header true, encoding '" + encoding
                    + "')";
        }

        private static String canonical(String heading) {
            String[] words = heading.split(" ", -1);
            return switch (words[0]) {
                case "Столбец" -> "c" + words[1];
                case "Свидетельства" -> "c" + words[1] + "_evidence";
                case "Пояснение" -> "c" + words[1] + "_note";
                default -> ENGLISH.getOrDefault(heading, heading);
            };
        }
    }

    private static Path sample(int companies) throws IOException {
        Path folder = FOLDER.resolve("sample-" + companies);
        Path done = FOLDER.resolve("sample-" + companies + ".done");
        if (!Files.exists(done)) {
            deleteTree(folder);
            Files.createDirectories(folder);
            new SampleInbox()
                    .write(
                            folder,
                            new SampleOptions(companies, YEAR, 1, 0),
                            Methodologies.bundled("anti-corruption-rating"),
                            written -> {});
            Files.createFile(done);
        }
        return folder;
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long rssMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (java.io.UncheckedIOException e) {
            // The process ended while its status was read.
            return 0;
        }
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    private record Job(double seconds, double wall, long rssMegabytes) {}

    private interface Work {
        double measure(String url) throws Exception;
    }
}
