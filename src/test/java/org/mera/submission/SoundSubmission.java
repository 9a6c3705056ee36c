package org.mera.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.mera.methodology.Methodology;

/**
 * A company's submission without an error, invented at random and written at random: any scores, evidence, documents, words, languages, encodings
 * and orders that the forms allow. It knows its scores, so that what the program makes of it can be compared. The same seed gives the same bytes.
 */
public final class SoundSubmission {

    private static final List<List<String>> SCORES = List.of(
            List.of("0", "0,0", "0.0", "0,00"),
            List.of("0,5", "0.5", "0,50", "0.50"),
            List.of("1", "1,0", "1.0", "1,00"));
    private static final List<String> NOTHING =
            List.of("", "", "-", "—", "нет", "Нет", "см. отчёт", "п. 3; без документа", "не найдено");
    private static final List<String> CLAUSES = List.of(
            "п. 3.1",
            "п.3.1",
            "пп. 2–4",
            "разд. 2",
            "с. 84–91",
            "ст. 7, ч. 2",
            "п3",
            "целиком",
            "in full",
            "гл. 1; п. 2",
            "",
            "");
    private static final List<String> NOTES =
            List.of("", "", "уточнить", "a \"quoted\" word", "строка\nвторая", "a;b,c", "\"", "=1+1");
    private static final List<String> TABLE = List.of(
            ("inn year assessor expert final criterion c3 c3_evidence c3_note c4 c4_evidence c4_note c5 c5_evidence c5_note"
                            + " c6 c6_evidence c6_note directions sum")
                    .split(" "));
    private static final List<String> DOCUMENTS =
            List.of("inn assessor document kind title number date issuer url year".split(" "));

    /** The letters of the methodology's directions. */
    private static final List<String> ALPHABETS = List.of("абвгдежзийклмноп", "abcdefghijklmnop");

    private final Random random;
    private final Methodology methodology;
    private final int year;
    private final LocalDate cutoff;
    private final String inn;
    private final List<String> codes = new ArrayList<>();
    private final int[][] units;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Invents a submission. */
    public SoundSubmission(long seed, Methodology methodology, int year, LocalDate cutoff) {
        this.random = new Random(seed * 7919 + 1);
        this.methodology = methodology;
        this.year = year;
        this.cutoff = cutoff;
        this.inn = inventedInn();
        this.units = inventedScores();
        documents();
        tables();
    }

    public String inn() {
        return inn;
    }

    /** {@return the scores that count, in half-points: {@code [criterion - 1][column - 3]}} */
    public int[][] units() {
        return units.clone();
    }

    /** {@return the files of Tables and documents by name} */
    public Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /** {@return a register of these companies} */
    public static byte[] register(long seed, List<SoundSubmission> submissions) {
        Random random = new Random(seed);
        List<Map<String, String>> rows = new ArrayList<>();
        HandWriting hand = new HandWriting(random);
        for (SoundSubmission submission : submissions) {
            rows.add(Map.of(
                    "inn", submission.innAsWritten(),
                    "name", "Пример «" + rows.size() + "»",
                    "industry", List.of("Связь", "Банки", "").get(random.nextInt(3)),
                    "region", "Регион-05",
                    "participation",
                            hand.cased(List.of("очный", "заочный", "on-site", "desk")
                                    .get(random.nextInt(4)))));
        }
        return hand.file(List.of("inn", "name", "industry", "region", "participation"), false, rows);
    }

    private void documents() {
        List<Map<String, String>> rows = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 1; i <= count; i++) {
            String code = List.of("Д", "ЛНА-", "А", "К-", "OT", "Отч").get(random.nextInt(6)) + i;
            codes.add(code);
            rows.add(document(code));
        }
        Collections.shuffle(rows, random);
        int cut = random.nextInt(rows.size() + 1);
        write("documents-1", DOCUMENTS, true, rows.subList(0, cut));
        write("documents-2", DOCUMENTS, true, rows.subList(cut, rows.size()));
        if (random.nextInt(3) == 0) {
            // The same documents once more are no fault.
            write("documents-3", DOCUMENTS, true, rows);
        }
    }

    private Map<String, String> document(String code) {
        List<String> kinds = List.of(
                "local-act ЛНА",
                "resolution решение",
                "resolution протокол",
                "order приказ",
                "plan план",
                "risk-register реестр рисков",
                "contract договор",
                "report отчёт",
                "annual-report годовой отчёт",
                "non-financial-report нефинансовый отчёт",
                "publication публикация",
                "legislation законодательство",
                "guidance методические рекомендации");
        String kind = kinds.get(random.nextInt(kinds.size()));
        String english = kind.substring(0, kind.indexOf(' '));
        boolean mayBePartial = english.endsWith("report") || english.equals("publication");
        boolean numbered =
                List.of("local-act", "resolution", "order", "legislation").contains(english);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("inn", innAsWritten());
        row.put("document", lookAlike(code));
        row.put("kind", random.nextBoolean() ? english : kind.substring(kind.indexOf(' ') + 1));
        row.put(
                "title",
                "Документ " + code
                        + List.of("", " «О порядке»", "; часть 2", " \"прил. 1\"")
                                .get(random.nextInt(4)));
        row.put("number", numbered ? List.of("17", "б/н", "А-17/2", "Б/Н").get(random.nextInt(4)) : nothing());
        row.put("date", date(mayBePartial));
        row.put("issuer", english.equals("publication") ? nothing() : "Совет директоров");
        row.put("url", english.equals("publication") ? "https://example.org/a?b=1;c=2" : nothing());
        row.put(
                "year",
                english.endsWith("l-report") ? List.of("2025", "2024-2026").get(random.nextInt(2)) : "");
        return row;
    }

    private String date(boolean mayBePartial) {
        LocalDate date = cutoff.minusDays(random.nextInt(900));
        int form = random.nextInt(mayBePartial ? 4 : 2);
        return switch (form) {
            case 0 ->
                String.format(Locale.ROOT, "%02d.%02d.%d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
            case 1 -> date.toString();
            case 2 -> String.format(Locale.ROOT, "%02d.%d", date.getMonthValue(), date.getYear());
            default -> Integer.toString(date.getYear());
        };
    }

    private void tables() {
        boolean several = random.nextInt(3) == 0;
        boolean own = random.nextInt(3) == 0;
        List<List<Map<String, String>>> tables = new ArrayList<>();
        tables.add(table(
                "expert",
                several ? "Эксперт-01" : "",
                several ? "yes" : List.of("", "yes").get(random.nextInt(2)),
                units));
        if (several) {
            tables.add(table("expert", "Эксперт-02", List.of("", "no").get(random.nextInt(2)), inventedScores()));
        }
        if (own) {
            tables.add(table("company", "", "", inventedScores()));
        }
        Collections.shuffle(tables, random);
        if (random.nextBoolean()) {
            write("table", TABLE, false, tables.stream().flatMap(List::stream).toList());
        } else {
            for (int i = 0; i < tables.size(); i++) {
                write("table-" + i, TABLE, false, tables.get(i));
            }
        }
    }

    private List<Map<String, String>> table(String assessor, String expert, String isFinal, int[][] scores) {
        boolean withYear = random.nextBoolean();
        boolean withSum = random.nextBoolean();
        boolean withDirections = random.nextBoolean();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("inn", inn);
            row.put("year", withYear ? Integer.toString(year) : "");
            row.put("assessor", assessor);
            row.put("expert", expert);
            row.put("final", isFinal);
            row.put("criterion", Integer.toString(i + 1));
            int sum = 0;
            for (int column = 0; column < scores[i].length; column++) {
                int score = scores[i][column];
                sum += score;
                String field = "c" + (column + 3);
                row.put(field, any(SCORES.get(score)));
                row.put(field + "_evidence", score > 0 ? evidence() : any(NOTHING));
                row.put(field + "_note", any(NOTES));
            }
            row.put("sum", withSum && random.nextInt(5) > 0 ? points(sum) : "");
            row.put("directions", withDirections ? directions(i) : "");
            rows.add(row);
        }
        Collections.shuffle(rows, random);
        inWords(rows);
        return rows;
    }

    /** One assessor may be said in either language on each line, and need not be said where it is the expert. */
    private void inWords(List<Map<String, String>> rows) {
        boolean silent = "expert".equals(rows.get(0).get("assessor")) && random.nextBoolean();
        for (Map<String, String> row : rows) {
            boolean expert = "expert".equals(row.get("assessor"));
            List<String> words =
                    expert ? List.of("expert", "эксперт", "Эксперт") : List.of("company", "компания", "КОМПАНИЯ");
            row.put("assessor", silent ? "" : any(words));
            row.computeIfPresent("final", (field, word) -> switch (word) {
                case "yes" -> any(List.of("yes", "да", "Да", "YES"));
                case "no" -> any(List.of("no", "нет", "Нет"));
                default -> "";
            });
            row.put("inn", innAsWritten());
        }
    }

    private String evidence() {
        StringBuilder evidence = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String clause = any(CLAUSES);
            evidence.append(lookAlike(any(codes)))
                    .append(clause.isEmpty() ? "" : any(List.of(" ", ", ", ": ", "  ")))
                    .append(clause)
                    .append(i == 0 ? "" : any(List.of("; ", ";", "\n", ", ", ";\n")));
        }
        return evidence.toString();
    }

    /** Case and Latin or Cyrillic look-alikes make no difference in a code. */
    private String lookAlike(String code) {
        String written = code;
        if (random.nextInt(4) == 0) {
            written = written.replace('А', 'A')
                    .replace('К', 'K')
                    .replace('О', 'O')
                    .replace('Н', 'H')
                    .replace('Т', 'T');
        }
        return random.nextInt(4) == 0 ? written.toLowerCase(Locale.ROOT) : written;
    }

    private String directions(int criterion) {
        int count = methodology.criteria().get(criterion).directions().size();
        String alphabet = any(ALPHABETS);
        List<String> confirmed = new ArrayList<>();
        List<String> notApplicable = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String letter = alphabet.substring(i, i + 1);
            int which = random.nextInt(3);
            if (which == 0) {
                confirmed.add(random.nextBoolean() ? letter : letter.toUpperCase(Locale.ROOT));
            } else if (which == 1) {
                notApplicable.add(letter);
            }
        }
        String list = String.join(", ", confirmed);
        return notApplicable.isEmpty()
                ? list
                : list + (list.isEmpty() ? "" : "; ") + any(List.of("н/п", "n/a", "Н/П")) + ": "
                        + String.join(",", notApplicable);
    }

    private String points(int halves) {
        String whole = Integer.toString(halves / 2);
        return halves % 2 == 1 ? whole + any(List.of(",5", ".5", ",50")) : whole + any(List.of("", ",0", ".0"));
    }

    private void write(String name, List<String> fields, boolean documents, List<Map<String, String>> rows) {
        if (!rows.isEmpty()) {
            files.put(inn + "/" + name + ".csv", new HandWriting(random).file(fields, documents, rows));
        }
    }

    private int[][] inventedScores() {
        int[][] scores =
                new int[methodology.criterionCount()][methodology.columns().size()];
        int quality = random.nextInt(4);
        for (int[] line : scores) {
            for (int i = 0; i < line.length; i++) {
                line[i] = quality == 0 ? 0 : quality == 3 ? 2 : random.nextInt(3);
            }
        }
        return scores;
    }

    private String nothing() {
        return any(List.of("", "", "-", "—", "нет"));
    }

    private String any(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    /** Spreadsheets drop a leading zero. */
    private String innAsWritten() {
        return inn.startsWith("0") && random.nextBoolean() ? inn.substring(1) : inn;
    }

    private String inventedInn() {
        boolean person = random.nextInt(4) == 0;
        StringBuilder digits = new StringBuilder(random.nextBoolean() ? "0" : "7");
        while (digits.length() < (person ? 10 : 9)) {
            digits.append(1 + random.nextInt(9));
        }
        if (person) {
            digits.append(check(digits, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8));
            digits.append(check(digits, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8));
        } else {
            digits.append(check(digits, 2, 4, 10, 3, 5, 9, 4, 6, 8));
        }
        return digits.toString();
    }

    private static int check(CharSequence digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 % 10;
    }
}
