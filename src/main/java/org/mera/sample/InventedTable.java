package org.mera.sample;

import java.util.List;
import org.mera.methodology.Criterion;
import org.mera.methodology.DocumentKind;

/** One assessor's invented scores of a company, with evidence for each; criteria, columns and documents are meant by their indexes. */
final class InventedTable {

    private static final int CARELESS_PERCENT = 8;

    private final Blueprint blueprint;
    private final long textSeed;
    private final String codePrefix;
    private final boolean careless;
    private final int[][] units;
    private final Dice dice = new Dice(0);

    /**
     * @param scoreSeed of the scores: two Tables with the same one and the same quality have equal scores
     * @param textSeed  of evidence, notes and directions
     * @param quality   how good the company is, in thousandths
     */
    InventedTable(Blueprint blueprint, long scoreSeed, long textSeed, int quality, String codePrefix) {
        this.blueprint = blueprint;
        this.textSeed = textSeed;
        this.codePrefix = codePrefix;
        careless = dice.restart(textSeed).chance(CARELESS_PERCENT);
        units = scores(scoreSeed, quality);
        if (!careless) {
            meetDependencies();
        }
    }

    int units(int criterion, int column) {
        return units[criterion][column];
    }

    int sum(int criterion) {
        int sum = 0;
        for (int cell : units[criterion]) {
            sum += cell;
        }
        return sum;
    }

    int total() {
        int total = 0;
        for (int criterion = 0; criterion < units.length; criterion++) {
            total += sum(criterion);
        }
        return total;
    }

    /** Makes sure that a cell is above 0, so that it must cite evidence. */
    void raise(int criterion, int column) {
        units[criterion][column] = Math.max(1, units[criterion][column]);
    }

    /** {@return the document that a cell above 0 cites first} */
    int firstDocument(int criterion, int column) {
        int[] documents = blueprint.acceptedFirst(criterion, column);
        return documents[cellDice(criterion, column, 0).below(documents.length)];
    }

    void evidence(StyledCsv text, int criterion, int column, FileStyle style) {
        if (units[criterion][column] == 0) {
            if (cellDice(criterion, column, 1).chance(7)) {
                text.append(dice.pick(style.language().nothingFound()));
            }
            return;
        }
        int[] documents = blueprint.accepted(column);
        int first = firstDocument(criterion, column);
        cellDice(criterion, column, 1);
        cite(text, first, style.language());
        int others = dice.below(10) < 6 ? 0 : dice.between(1, 2);
        int place = dice.below(documents.length);
        for (int i = 0; i < Math.min(others, documents.length); i++) {
            int document = documents[(place + i) % documents.length];
            if (document != first) {
                text.append(style.citationBreak());
                cite(text, document, style.language());
            }
        }
    }

    void note(StyledCsv text, int criterion, int column, Language language) {
        if (cellDice(criterion, column, 2).chance(3)) {
            text.append(dice.pick(language.notes()));
        }
    }

    /** The more of its points a criterion has, the more of its directions are confirmed. */
    void directions(StyledCsv text, int criterion, Language language) {
        int sum = sum(criterion);
        int most = units[criterion].length * blueprint.maximumUnits();
        int count =
                Math.min(blueprint.directionCount(criterion), language.letters().length());
        int notApplicable = -1;
        cellDice(criterion, 0, 3);
        for (int direction = 0; direction < count && sum > 0; direction++) {
            if (dice.below(most) < sum) {
                text.append(text.isEmptyField() ? "" : ", ")
                        .append(language.letters().charAt(direction));
            } else if (dice.chance(12)) {
                notApplicable = direction;
            }
        }
        if (notApplicable >= 0) {
            text.append(text.isEmptyField() ? "" : "; ")
                    .append(language.notApplicable())
                    .append(": ")
                    .append(language.letters().charAt(notApplicable));
        }
    }

    void code(StyledCsv text, int document) {
        text.append(codePrefix).append(document + 1);
    }

    private int[][] scores(long seed, int quality) {
        int maximum = blueprint.maximumUnits();
        int[][] scores =
                new int[blueprint.criteria().size()][blueprint.columns().size()];
        dice.restart(seed);
        int[] leaning = new int[blueprint.columns().size()];
        for (int column = 0; column < leaning.length; column++) {
            leaning[column] = dice.between(-60, 60);
        }
        for (int[] line : scores) {
            for (int column = 0; column < line.length; column++) {
                int noise = dice.between(-175, 175) + dice.between(-175, 175);
                int thousandths = (quality + leaning[column] + noise) * maximum;
                line[column] = Math.min(maximum, Math.max(0, Math.floorDiv(thousandths + 500, 1000)));
            }
        }
        return scores;
    }

    /** Nobody careful gives full points where what the criterion builds on has none. */
    private void meetDependencies() {
        int maximum = blueprint.maximumUnits();
        List<Criterion> criteria = blueprint.criteria();
        for (int criterion = 0; criterion < units.length; criterion++) {
            for (int other : criteria.get(criterion).dependsOn()) {
                for (int column = 0; column < units[criterion].length; column++) {
                    if (units[other - 1][column] == 0) {
                        units[criterion][column] = Math.min(units[criterion][column], maximum - 1);
                    }
                }
            }
        }
    }

    private void cite(StyledCsv text, int document, Language language) {
        code(text, document);
        DocumentKind kind = blueprint.kinds().get(document);
        if (careless && dice.chance(10)) {
            return;
        }
        switch (kind) {
            case REPORT, ANNUAL_REPORT, NON_FINANCIAL_REPORT -> pages(text, language);
            case PUBLICATION -> {
                if (dice.chance(40)) {
                    text.append(' ').append(language.section()).append(dice.between(1, 6));
                }
            }
            case RISK_REGISTER -> text.append(' ').append(language.row()).append(dice.between(1, 60));
            case RESOLUTION, ORDER, PLAN ->
                text.append(' ').append(language.clause()).append(dice.between(1, 24));
            default -> clause(text, language);
        }
    }

    private void pages(StyledCsv text, Language language) {
        int page = dice.between(6, 180);
        text.append(' ').append(language.page()).append(page);
        if (dice.chance(30)) {
            text.append('–').append(page + dice.between(1, 4));
        }
    }

    private void clause(StyledCsv text, Language language) {
        if (dice.chance(20)) {
            text.append(' ').append(language.section()).append(dice.between(1, 9));
            return;
        }
        int chapter = dice.between(1, 9);
        int number = dice.between(1, 12);
        text.append(' ').append(language.clause()).append(chapter).append('.').append(number);
        if (dice.chance(15)) {
            text.append(", ").append(chapter).append('.').append(number + dice.between(1, 3));
        }
    }

    private Dice cellDice(int criterion, int column, int purpose) {
        return dice.restart(Dice.seed(textSeed, ((long) criterion * units[criterion].length + column) * 4 + purpose));
    }
}
