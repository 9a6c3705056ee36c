package org.mera.cycle;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mera.cycle.JobNode.Items;
import org.mera.cycle.JobNode.Mapping;
import org.mera.methodology.ScoreClass;
import org.springframework.scheduling.support.CronExpression;

/** Makes a job of a job file's keys. Where a key is faulty a stand-in value is taken, so that the next fault is found too. */
final class JobReader {

    private static final List<String> KEYS = List.of(
            "name",
            "methodology",
            "year",
            "inbox",
            "out",
            "cutoff",
            "language",
            "chunk-size",
            "threads",
            "reports",
            "official-texts",
            "schedule",
            "classes",
            "classes-version",
            "disagreement");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Path file;
    private final Path folder;
    private final JobKeys keys;
    private final JobFaults faults;

    JobReader(Path file, Mapping root, JobFaults faults) {
        this.file = file;
        this.folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        this.keys = new JobKeys(root, "", KEYS, faults);
        this.faults = faults;
    }

    JobFile read(String text) {
        return new JobFile(
                keys.text("name").orElseGet(this::ownName),
                MethodologySource.of(
                        required("methodology", "name one, for example anti-corruption-rating, or a methodology file"),
                        folder),
                year(),
                path(required("inbox", "name the folder that holds the companies' files"), "inbox"),
                path(keys.text("out").orElse("../out"), "out"),
                cutoff(),
                language(),
                number("chunk-size", 1, 10_000).orElse(100),
                number("threads", 1, 256)
                        // One more than processors: while a thread waits for a commit, another works.
                        .orElse(Runtime.getRuntime().availableProcessors() + 1),
                new PaperSources(
                        optionalPath("reports", "name a folder"), optionalPath("official-texts", "name a CSV file")),
                schedule(),
                classes(),
                text,
                new JobTerms(classesVersion(), disagreement()));
    }

    private String ownName() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private int year() {
        if (!keys.has("year")) {
            faults.add("year: missing; name the rated year, for example 2025");
        }
        return number("year", 2000, 2100).orElse(2000);
    }

    private String required(String key, String advice) {
        if (!keys.has(key)) {
            faults.add(key + ": missing; " + advice);
        }
        return keys.text(key).orElse("-");
    }

    private Path path(String text, String key) {
        return path(text, key, "name a folder");
    }

    private Path path(String text, String key, String advice) {
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            keys.fault(key, "«" + text + "» is no path; " + advice);
            return folder;
        }
    }

    private @Nullable Path optionalPath(String key, String advice) {
        return keys.text(key).map(text -> path(text, key, advice)).orElse(null);
    }

    private OptionalInt number(String key, int least, int most) {
        Optional<String> text = keys.text(key);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = text.get();
        if (!digits.matches("[0-9]{1,9}")) {
            keys.fault(key, "«" + digits + "» is no whole number; use " + least + " to " + most);
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        if (number < least || number > most) {
            keys.fault(key, "«" + digits + "» is out of range; use " + least + " to " + most);
        }
        return OptionalInt.of(number);
    }

    private @Nullable LocalDate cutoff() {
        Optional<String> text = keys.text("cutoff");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text.get());
        } catch (DateTimeParseException e) {
            keys.fault("cutoff", "«" + text.get() + "» is no date; write it like 2026-05-31");
            return null;
        }
    }

    private Locale language() {
        String language = keys.text("language").orElse("ru");
        if (!language.equals("ru") && !language.equals("en")) {
            keys.fault("language", "«" + language + "» is no language of the reports; use ru or en");
        }
        return Locale.forLanguageTag(language);
    }

    private @Nullable Schedule schedule() {
        Optional<JobKeys> group = keys.group("schedule", List.of("cron", "zone"), List.of("missed"));
        if (group.isEmpty()) {
            return null;
        }
        JobKeys schedule = group.get();
        schedule.require("cron", "give six fields, for example 0 0 3 * * *");
        schedule.require("zone", "name a time zone, for example Europe/Moscow");
        Optional<String> cron = schedule.text("cron");
        cron.filter(text -> !CronExpression.isValidExpression(text))
                .ifPresent(text -> schedule.fault(
                        "cron",
                        "«" + text
                                + "» is no cron expression; give six fields (second, minute, hour, day, month, weekday),"
                                + " for example 0 0 3 * * *"));
        return new Schedule(cron.orElse(""), zone(schedule), missed(schedule));
    }

    private static ZoneId zone(JobKeys schedule) {
        String zone = schedule.text("zone").orElse("Z");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            schedule.fault("zone", "«" + zone + "» is no time zone; use a name like Europe/Moscow");
            return ZoneOffset.UTC;
        }
    }

    private static Schedule.Missed missed(JobKeys schedule) {
        String word = schedule.text("missed").orElse(Schedule.Missed.SKIP.word());
        return Schedule.Missed.of(word).orElseGet(() -> {
            schedule.fault(
                    "missed",
                    "«" + word + "» is no way to deal with a date on which no server was up; use run or skip");
            return Schedule.Missed.SKIP;
        });
    }

    private List<ScoreClass> classes() {
        List<ScoreClass> classes = new ArrayList<>();
        for (JobNode item : keys.items("classes").map(Items::items).orElse(List.of())) {
            String place = "classes[" + (classes.size() + 1) + "]";
            if (item instanceof Mapping mapping) {
                classes.add(scoreClass(new JobKeys(mapping, place + ".", List.of("label", "from"), faults), classes));
            } else {
                faults.add(item.line(), place + ": found " + item.found() + "; write label: and from: there");
            }
        }
        return classes;
    }

    /** As in a methodology file. */
    private String classesVersion() {
        String version = keys.text("classes-version").orElse("");
        if (keys.has("classes-version") && !keys.has("classes")) {
            keys.fault("classes-version", "there are no classes; define classes: too, or leave it out");
        } else if (!version.isEmpty() && !version.matches("[0-9A-Za-z][0-9A-Za-z._-]{0,39}")) {
            keys.fault(
                    "classes-version",
                    "«" + version
                            + "» is no version; write digits, letters A-Z, points, hyphens, at most 40 characters");
        }
        return version;
    }

    private @Nullable BigDecimal disagreement() {
        Optional<String> text = keys.text("disagreement");
        if (text.isEmpty()) {
            return null;
        }
        if (text.get().matches("0\\.[0-9]{1,4}")) {
            BigDecimal share = new BigDecimal(text.get());
            if (share.signum() > 0 && share.compareTo(HALF) <= 0) {
                return share;
            }
        }
        keys.fault(
                "disagreement",
                "«" + text.get() + "» is no share; use 0.0001 to 0.5, with at most four decimals behind a point");
        return null;
    }

    private static ScoreClass scoreClass(JobKeys keys, List<ScoreClass> higher) {
        keys.require("label", "name the class, for example AA");
        keys.require("from", "give the lowest indicator of the class in percent, for example 75");
        String label = keys.text("label").orElse("");
        BigDecimal from = keys.text("from").map(text -> percent(keys, text)).orElse(BigDecimal.ZERO);
        if (!label.isEmpty() && higher.stream().anyMatch(other -> other.label().equals(label))) {
            keys.fault("label", "«" + label + "» names two classes; give each its own");
        }
        if (keys.has("from")
                && !higher.isEmpty()
                && higher.get(higher.size() - 1).from().compareTo(from) <= 0) {
            keys.fault(
                    "from",
                    "«" + from.toPlainString() + "» is not below the class before; order them from the highest");
        }
        return new ScoreClass(label, from);
    }

    private static BigDecimal percent(JobKeys keys, String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?") && new BigDecimal(text).compareTo(HUNDRED) <= 0) {
            return new BigDecimal(text);
        }
        keys.fault("from", "«" + text + "» is no percentage; use 0 to 100, with at most two decimals behind a point");
        return BigDecimal.ZERO;
    }
}
