package org.mera.report;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mera.company.Company;
import org.mera.company.Participation;
import org.mera.methodology.Methodology;
import org.mera.ranking.PastRank;
import org.mera.ranking.RankedCompany;
import org.mera.ranking.Ranking;
import org.mera.ranking.Standing;
import org.mera.scoring.Assessment;
import org.mera.scoring.Decisions;
import org.mera.scoring.Result;
import org.mera.scoring.TestAssessment;
import org.mera.submission.Assessor;
import org.mera.submission.SourceDocument;
import org.mera.submission.Table;
import org.mera.submission.TableLine;

/** A company made up cell by cell, among others of which only the scores are known. Whatever is not said of it is 0 and empty. */
final class InventedCompany {

    static final String INN = "9712236725";

    private final Methodology methodology;
    private final int columns;
    private final int[][] scores;
    private final Map<Integer, String> evidence = new HashMap<>();
    private final Map<Integer, String> notes = new HashMap<>();
    private final Map<Integer, String> directions = new HashMap<>();
    private final List<SourceDocument> documents = new ArrayList<>();
    private final List<Standing> others = new ArrayList<>();
    private Company company = new Company(INN, "Пример-017", "Энергетика", "Регион-05", Participation.ON_SITE);
    private String expert = "Э-04";
    private int @Nullable [][] own;
    private boolean ownFaulty;
    private @Nullable PastRank past;
    private Decisions decisions = Decisions.NONE;

    InventedCompany(Methodology methodology) {
        this.methodology = methodology;
        this.columns = methodology.columns().size();
        this.scores = new int[methodology.criterionCount()][columns];
    }

    InventedCompany named(String name) {
        company = new Company(company.id(), name, company.industry(), company.region(), company.participation());
        return this;
    }

    InventedCompany of(Company other) {
        company = other;
        return this;
    }

    InventedCompany expert(String name) {
        expert = name;
        return this;
    }

    /** Puts a score into a cell; the column by its place, from 0. */
    InventedCompany score(int criterion, int column, int units, String cited) {
        scores[criterion - 1][column] = units;
        evidence.put(cell(criterion, column), cited);
        return this;
    }

    InventedCompany scoreAll(int units, String cited) {
        for (int criterion = 1; criterion <= scores.length; criterion++) {
            for (int column = 0; column < columns; column++) {
                score(criterion, column, units, cited);
            }
        }
        return this;
    }

    InventedCompany note(int criterion, int column, String text) {
        notes.put(cell(criterion, column), text);
        return this;
    }

    InventedCompany directions(int criterion, String text) {
        directions.put(criterion, text);
        return this;
    }

    InventedCompany own(int[][] cells) {
        own = cells;
        return this;
    }

    InventedCompany ownFaulty() {
        ownFaulty = true;
        return this;
    }

    InventedCompany decided(Decisions taken) {
        decisions = taken;
        return this;
    }

    InventedCompany lastYear(PastRank rank) {
        past = rank;
        return this;
    }

    InventedCompany document(
            String code,
            String kind,
            String title,
            String number,
            String date,
            String issuer,
            String url,
            String year) {
        return document(Assessor.EXPERT, code, kind, title, number, date, issuer, url, year);
    }

    InventedCompany document(
            Assessor list,
            String code,
            String kind,
            String title,
            String number,
            String date,
            String issuer,
            String url,
            String year) {
        documents.add(new SourceDocument(
                "documents.csv", 2 + documents.size(), list, true, code, kind, title, number, date, issuer, url, year));
        return this;
    }

    /** Ranks another company beside it, all of whose cells have this score. */
    InventedCompany other(Company rival, int units) {
        int[][] cells = new int[scores.length][columns];
        for (int[] line : cells) {
            java.util.Arrays.fill(line, units);
        }
        others.add(standing(rival, cells));
        return this;
    }

    static Company rival(int number, String industry, Participation participation) {
        return new Company(
                String.format(Locale.ROOT, "99000%05d", number),
                String.format(Locale.ROOT, "Пример-%03d", 100 + number),
                industry,
                "",
                participation);
    }

    CompanyPaper paper(Locale language) {
        return paper(language, 7, null);
    }

    CompanyPaper paper(Locale language, int revision, PaperCycle.@Nullable Approval approval) {
        List<Standing> all = new ArrayList<>(others);
        all.add(standing(company, scores));
        Map<String, PastRank> previous = past == null ? Map.of() : Map.of(company.id(), past);
        Ranking ranking = Ranking.of(methodology, all, previous);
        RankedCompany ranked = ranking.companies().stream()
                .filter(each -> each.company().equals(company))
                .findFirst()
                .orElseThrow();
        PaperCycle cycle = new PaperCycle(
                methodology.title().in(language),
                2025,
                methodology.version(),
                LocalDate.of(2026, 5, 31),
                revision,
                approval);
        List<Table> tables = new ArrayList<>(List.of(table(Assessor.EXPERT, expert, scores, false)));
        Table ownTable = ownTable();
        if (ownTable != null) {
            tables.add(ownTable);
        }
        return new CompanyPaperMaker(methodology, ranking, cycle, decisions).paper(ranked, tables, documents);
    }

    byte[] print(Locale language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CompanyPapers(Papers.of(language, null), methodology, OfficialTexts.NONE).print(paper(language), out);
        return out.toByteArray();
    }

    private @Nullable Table ownTable() {
        int[][] cells = own;
        if (ownFaulty) {
            return table(Assessor.COMPANY, "", scores, true);
        }
        return cells == null ? null : table(Assessor.COMPANY, "", cells, false);
    }

    private Table table(Assessor assessor, String by, int[][] cells, boolean faulty) {
        List<TableLine> lines = new ArrayList<>();
        for (int criterion = 1; criterion <= cells.length; criterion++) {
            List<String> cited = new ArrayList<>();
            List<String> noted = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cited.add(evidence.getOrDefault(cell(criterion, column), ""));
                noted.add(notes.getOrDefault(cell(criterion, column), ""));
            }
            lines.add(new TableLine(
                    "table.csv",
                    criterion + 1,
                    criterion,
                    cells[criterion - 1],
                    cited,
                    noted,
                    directions.getOrDefault(criterion, "")));
        }
        return new Table(assessor, by, assessor == Assessor.EXPERT, faulty, "table.csv", 2, lines);
    }

    /** The committee's decisions lie over what the expert gave it. */
    private Standing standing(Company of, int[][] cells) {
        byte[] counting = decisions.counting(
                methodology, of.id(), TestAssessment.of(cells).scores());
        Result result = new Assessment(counting).result(methodology);
        return Standing.of(methodology, of, result.columnSums(), result.sectionSums(), 0);
    }

    private int cell(int criterion, int column) {
        return criterion * columns + column;
    }
}
