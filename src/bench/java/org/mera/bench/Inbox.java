package org.mera.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mera.methodology.Methodologies;
import org.mera.sample.SampleInbox;
import org.mera.sample.SampleOptions;

/** An inbox to measure with: invented companies without a fault, written once and kept. */
record Inbox(Path folder, int companies) {

    /** {@return the sample as it is written: bulk files in the styles of several programs} */
    static Inbox sample(int companies) throws IOException {
        Path folder = Benchmark.FOLDER.resolve("sample-" + companies);
        if (isNew(folder)) {
            new SampleInbox()
                    .write(
                            folder,
                            new SampleOptions(companies, Benchmark.YEAR, 1, 0),
                            Methodologies.bundled("anti-corruption-rating"),
                            written -> {});
            done(folder);
        }
        return new Inbox(folder, companies);
    }

    /** {@return those companies whose files are Windows-1251, and no other} */
    Inbox ofOneStyle() throws IOException {
        Path many = folder.resolveSibling(folder.getFileName() + "-style");
        Set<String> inns = new HashSet<>();
        boolean fresh = isNew(many);
        for (Path file : files()) {
            if (CsvHead.of(file).encoding().equals("WIN1251")) {
                if (Benchmark.name(file).startsWith("tables")) {
                    addInns(file, inns);
                }
                if (fresh) {
                    Files.createLink(many.resolve(file.getFileName()), file);
                }
            }
        }
        if (fresh) {
            writeRegister(inns, many);
            done(many);
        }
        return new Inbox(many, inns.size());
    }

    /** {@return the same companies and scores, with evidence in other clauses} Nearly every company has to be assessed anew after it. */
    Inbox reworded() throws IOException {
        Path other = folder.resolveSibling(folder.getFileName() + "-reworded");
        if (isNew(other)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = other.resolve(folder.relativize(file));
                    Files.createDirectories(to.getParent());
                    // One byte is one character there, whatever the file's own encoding is.
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    Files.writeString(
                            to,
                            Benchmark.name(file).startsWith("table") ? text.replace(". 3", ". 4") : text,
                            StandardCharsets.ISO_8859_1);
                }
            }
            done(other);
        }
        return new Inbox(other, companies);
    }

    /** {@return the same records in one file of Tables and one of documents} */
    Inbox joined() throws IOException {
        Path one = folder.resolveSibling(folder.getFileName() + "-joined");
        if (isNew(one)) {
            join("tables", one);
            join("documents", one);
            Files.createLink(one.resolve("companies.csv"), folder.resolve("companies.csv"));
            done(one);
        }
        return new Inbox(one, companies);
    }

    /** {@return the files of Tables and documents} */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Benchmark.name(file).matches("(tables|documents)-.*\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    long megabytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        }
    }

    private void join(String form, Path to) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(to.resolve(form + "-001.csv")), 1 << 20)) {
            boolean first = true;
            for (Path file : files()) {
                if (Benchmark.name(file).startsWith(form)) {
                    byte[] bytes = Files.readAllBytes(file);
                    int from = first ? 0 : endOfHeader(bytes);
                    out.write(bytes, from, bytes.length - from);
                    first = false;
                }
            }
        }
    }

    private static int endOfHeader(byte[] bytes) {
        int at = 0;
        while (bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** The sample's INNs stand first in each line; a line that goes on from the one before begins with none. */
    private static void addInns(Path file, Set<String> inns) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, Charset.forName("windows-1251"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(';');
                if ((end == 10 || end == 12) && line.chars().limit(end).allMatch(Character::isDigit)) {
                    inns.add(line.substring(0, end));
                }
            }
        }
    }

    private void writeRegister(Set<String> inns, Path to) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("companies.csv"), StandardCharsets.UTF_8);
        List<String> kept = Stream.concat(
                        lines.stream().limit(1),
                        lines.stream().skip(1).filter(line -> inns.contains(line.substring(0, line.indexOf(';')))))
                .toList();
        if (kept.size() != inns.size() + 1) {
            throw new IllegalStateException(inns.size() + " companies have Tables, " + (kept.size() - 1)
                    + " of them are found in the register");
        }
        Files.write(to.resolve("companies.csv"), kept, StandardCharsets.UTF_8);
    }

    /** {@return whether the folder has to be filled} What was left unfinished is begun anew. */
    private static boolean isNew(Path folder) throws IOException {
        if (Files.exists(mark(folder))) {
            return false;
        }
        deleteTree(folder);
        Files.createDirectories(folder);
        return true;
    }

    private static void done(Path folder) throws IOException {
        Files.createFile(mark(folder));
    }

    private static Path mark(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".done");
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
